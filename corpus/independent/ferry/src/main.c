#include <stdio.h>
int main(void) { fputs("ferry: program started\n", stderr); return 0; }
