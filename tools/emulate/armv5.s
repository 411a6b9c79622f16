@ A bare-metal probe of VMSAv5. Loaded at 0 of -M versatilepb, where the vectors are, and runs there: a section of domain 15, of
@ which it is a manager, maps it as it lies. The MMU is on during the accesses of a batch alone.
        .set    MAILBOX, 0x80000

        .text
        .globl  _start
        .macro  registers
        ldr     r0, [r8, #0x10]
        mcr     p15, 0, r0, c2, c0, 0           @ translation table base
        ldr     r0, [r8, #0x14]
        mcr     p15, 0, r0, c3, c0, 0           @ domain access control
        flush
        ldr     r0, [r8, #0x18]
        mcr     p15, 0, r0, c1, c0, 0           @ control
        .endm

        .macro  flush
        mov     r0, #0
        mcr     p15, 0, r0, c8, c7, 0
        .endm

        .macro  leave
        mrc     p15, 0, r0, c1, c0, 0
        bic     r0, r0, #1
        mcr     p15, 0, r0, c1, c0, 0
        .endm

        @ No register has the address of a fetch: it is the one that the handler would return to.
        .macro  fetchFault
        mrc     p15, 0, r7, c5, c0, 1           @ instruction fault status
        sub     r12, lr, #4
        .endm

        .macro  dataFault
        mrc     p15, 0, r7, c5, c0, 0           @ data fault status
        mrc     p15, 0, r12, c6, c0, 0          @ fault address
        .endm

@ The vectors, of which that of a reset is taken once.
_start: b       boot
        b       undefined
        b       call
        b       fetch
        b       data
        b       other
        b       other
        b       other

boot:   ldr     r8, =MAILBOX
        b       start

        .include "arm-jobs.s"
