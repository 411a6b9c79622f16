#include <stdio.h>
int main(void) { fprintf(stderr, "[Drone] ready\n"); return 0; }
