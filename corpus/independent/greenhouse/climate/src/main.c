#include <stdio.h>
int main(void) { fprintf(stderr, "climate: started\n"); return 0; }
