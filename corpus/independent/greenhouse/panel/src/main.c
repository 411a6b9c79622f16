#include <stdio.h>
int main(void) { fprintf(stderr, "panel: started\n"); return 0; }
