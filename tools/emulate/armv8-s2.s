// A bare-metal probe of stage 2 of VMSAv8-64. Loaded at 0x40200000 of -M virt,virtualization=on; runs at EL2, untranslated. The
// guest's stage 1 is off, so that its addresses are those of stage 2; its page 0 holds the actions. BRK ends an access at EL1
// and EL0: MDCR_EL2.TDE brings it to EL2.
        .set    MAILBOX, 0x40280000

        .text
        .globl  _start
_start: adr     x0, vectors
        msr     vbar_el2, x0
        ldr     x0, =0x2080000001       // TEA, RW, VM
        msr     hcr_el2, x0
        mov     x0, #0x100              // TDE
        msr     mdcr_el2, x0
        ldr     x0, =0x30d00980         // bits that are 1
        msr     sctlr_el1, x0
        msr     vbar_el1, xzr
        ldr     x20, =MAILBOX
        mov     x24, #0
        b       start

        .macro  registers
        ldr     x0, [x20, #0x10]
        msr     vttbr_el2, x0
        ldr     x0, [x20, #0x18]
        msr     vtcr_el2, x0
        .endm

        .macro  flush
        tlbi    alle1
        .endm

        .macro  enter
        msr     elr_el2, x6
        msr     spsr_el2, x7
        .endm

        // ISV, and what it makes valid, tell of the instruction, and are no matter. HPFAR_EL2 and the offset in FAR_EL2 are the
        // address, but for permission faults, by which HPFAR_EL2 is unknown.
        .macro  ended
        mrs     x6, esr_el2
        bic     x6, x6, #0x01fc0000
        bic     x6, x6, #0x0003c000
        mrs     x7, far_el2
        and     x8, x6, #0x3c
        cmp     x8, #0x0c
        b.eq    1f
        mrs     x8, hpfar_el2
        lsl     x8, x8, #8
        bfi     x8, x7, #0, #12
        mov     x7, x8
1:
        .endm

        .include "aarch64-jobs.s"

// Load, store; on a page of their own, the third, which stage 2 maps.
        .org    0x2000
        ldr     w5, [x1]
        brk     #2
        str     w4, [x1]
        brk     #2
        // What is taken to EL1, from EL1 and from EL0, is taken further.
        .org    0x2200
        brk     #3
        .org    0x2400
        brk     #3
        .org    0x3000
