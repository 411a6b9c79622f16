// A bare-metal probe of stage 1 of VMSAv8-64. Loaded at 0x40200000 of -M virt; runs at EL1, at the top of TTBR1's addresses, so
// that TTBR0 is the tables' alone. EL0 executes the actions, which it cannot read: UXN is 0.
        .set    BLOCK, 0x40200000
        .set    MAILBOX, 0x80000

        .text
        .globl  _start
_start: adr     x0, tables
        msr     ttbr1_el1, x0
        mov     x0, #0xff
        msr     mair_el1, x0
        adr     x0, boot
        msr     ttbr0_el1, x0
        ldr     x0, =0x580270021        // IPS 5, TG1 4 KB, T1SZ 39, T0SZ 33
        msr     tcr_el1, x0
        ldr     x2, =high
        ldr     x0, =0x30d00981         // M, SPAN, and bits that are 1
        tlbi    vmalle1
        dsb     sy
        isb
        msr     sctlr_el1, x0
        isb
        br      x2
high:   adr     x0, vectors
        msr     vbar_el1, x0
        adr     x20, _start
        add     x20, x20, #MAILBOX
        adr     x24, actions
        b       start

        .macro  registers
        ldr     x0, [x20, #0x10]
        msr     ttbr0_el1, x0
        ldr     x0, [x20, #0x18]
        msr     tcr_el1, x0
        .endm

        .macro  flush
        tlbi    vmalle1
        .endm

        .macro  enter
        msr     elr_el1, x6
        msr     spsr_el1, x7
        .endm

        .macro  ended
        mrs     x6, esr_el1
        mrs     x7, far_el1
        .endm

        .include "aarch64-jobs.s"

// Load, store.
actions:
        ldr     w5, [x1]
        svc     #2
        str     w4, [x1]
        svc     #2

// Of 16 blocks of 2 MB the first: AF, EL1 reads and writes, EL1 and EL0 execute.
        .align  7
tables: .quad   BLOCK + 0x701
        .fill   15, 8, 0

// While the MMU is turned on, memory is where it was: a block of 1 GB at level 1.
        .align  7
boot:   .quad   0, 0x40000701
