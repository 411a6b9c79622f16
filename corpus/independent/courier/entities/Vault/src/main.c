#include <stdio.h>
int main(void) { fprintf(stderr, "[Vault] ready\n"); return 0; }
