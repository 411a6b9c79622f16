#include <stdio.h>
int main(void) { fprintf(stderr, "[Tracker] ready\n"); return 0; }
