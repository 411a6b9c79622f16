#include <stdio.h>
int main(void) { fprintf(stderr, "[Dispatch] ready\n"); return 0; }
