@ A bare-metal probe of the long descriptors of ARMv7. Loaded at 0x40200000 of -M virt; runs at the top of TTBR1's addresses,
@ so that TTBR0 is the tables' alone.
        .set    BLOCK, 0x40200000
        .set    HIGH, 0xfe000000
        .set    MAILBOX, 0x280000               @ by the second of two mappings
        .set    IFSR_UNKNOWN, 0
        .set    CONTROL, 0xc50079               @ SCTLR with M, and bits that are 1

        .text
        .globl  _start
_start: ldr     r0, =boot + BLOCK - HIGH
        mov     r1, #0
        mcrr    p15, 0, r0, r1, c2              @ TTBR0
        ldr     r0, =tables + BLOCK - HIGH
        mcrr    p15, 1, r0, r1, c2              @ TTBR1
        ldr     r0, =0x80070000                 @ EAE, T1SZ 7
        mcr     p15, 0, r0, c2, c0, 2
        mov     r0, #0xff
        mcr     p15, 0, r0, c10, c2, 0          @ MAIR0
        mcr     p15, 0, r1, c8, c7, 0
        dsb
        isb
        ldr     r0, =CONTROL
        ldr     r2, =high
        mcr     p15, 0, r0, c1, c0, 0
        isb
        bx      r2
high:   ldr     r0, =table
        mcr     p15, 0, r0, c12, c0, 0          @ VBAR
        ldr     r8, =HIGH + MAILBOX
        b       start

        .macro  registers
        ldr     r0, [r8, #0x10]
        ldr     r1, [r8, #0x14]
        mcrr    p15, 0, r0, r1, c2              @ TTBR0
        ldr     r0, [r8, #0x18]
        mcr     p15, 0, r0, c2, c0, 2           @ TTBCR
        .endm

        .macro  leave
        .endm

        .include "armv7-macros.s"
        .include "arm-jobs.s"

        .align  5
table:  vectors

@ While the MMU is turned on, memory is where it was: a block of 1 GB.
        .align  5
boot:   .quad   0, 0x40000701, 0, 0

@ Of 16 blocks of 2 MB the first two, which are one: code that PL1 and PL0 read and execute, and what PL1 writes.
        .align  7
tables: .quad   BLOCK + 0x7c1, BLOCK + 0x701
        .fill   14, 8, 0
