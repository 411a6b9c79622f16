#include <stdio.h>
int main(void) { fprintf(stderr, "[Watch] ready\n"); return 0; }
