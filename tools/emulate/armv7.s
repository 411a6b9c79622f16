@ A bare-metal probe of the short descriptors of VMSAv7. Loaded at 0x40200000 of -M virt, and runs there: a section of domain
@ 15, of which it is a manager, maps it as it lies. The MMU is on during the accesses of a batch alone.
        .set    MAILBOX, 0x40280000
        .set    IFSR_UNKNOWN, 0xf0              @ bits that mean nothing

        .text
        .globl  _start
_start: ldr     r0, =table
        mcr     p15, 0, r0, c12, c0, 0          @ VBAR
        ldr     r8, =MAILBOX
        b       start

        .macro  registers
        ldr     r0, [r8, #0x10]
        mcr     p15, 0, r0, c2, c0, 0           @ TTBR0
        ldr     r0, [r8, #0x14]
        mcr     p15, 0, r0, c2, c0, 1           @ TTBR1
        ldr     r0, [r8, #0x18]
        mcr     p15, 0, r0, c2, c0, 2           @ TTBCR
        ldr     r0, [r8, #0x1c]
        mcr     p15, 0, r0, c3, c0, 0           @ DACR
        ldr     r0, [r8, #0x20]
        mcr     p15, 0, r0, c13, c0, 1          @ CONTEXTIDR
        flush
        ldr     r0, [r8, #0x24]
        mcr     p15, 0, r0, c1, c0, 0           @ SCTLR
        isb
        .endm

        .macro  leave
        mrc     p15, 0, r0, c1, c0, 0
        bic     r0, r0, #1
        mcr     p15, 0, r0, c1, c0, 0
        isb
        .endm

        .include "armv7-macros.s"
        .include "arm-jobs.s"

        .align  5
table:  vectors
