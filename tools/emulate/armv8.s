// A bare-metal probe of stage 1 of VMSAv8-64: makes the accesses that the mailbox asks for, at EL1 and EL0, and writes what
// came of each. Loaded at 0x40200000 of -M virt; runs at the top of TTBR1's addresses, so that TTBR0 is the tables' alone.
// EL0 executes the actions, which it cannot read: UXN is 0. Protocol: mailbox.mjs.
        .set    BLOCK, 0x40200000
        .set    MAILBOX, 0x80000
        .set    MAGIC, 0x1badb002

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
        str     xzr, [x20]
        ldr     w0, =MAGIC
        str     w0, [x20, #12]

wait:   ldr     w0, [x20]
        ldr     w1, [x20, #4]
        cmp     w0, w1
        b.eq    wait
        ldr     x0, [x20, #0x10]
        msr     ttbr0_el1, x0
        ldr     x0, [x20, #0x18]
        msr     tcr_el1, x0
        add     x22, x20, #0x40
        add     x23, x20, #0x4000
        ldr     w21, [x20, #8]

job:    cbz     w21, done
        tlbi    vmalle1
        dsb     sy
        isb
        ldr     x1, [x22]
        ldp     w2, w3, [x22, #8]
        ldr     w4, [x22, #16]
        mov     w0, #0
        mov     w5, #0
        adr     x6, actions
        add     x6, x6, w2, uxtw #4
        // An execution goes to the address itself.
        cmp     w2, #2
        csel    x6, x1, x6, eq
        msr     elr_el1, x6
        mov     x6, #0x3c5
        mov     x7, #0x3c0
        cmp     w3, #0
        csel    x6, x6, x7, eq
        msr     spsr_el1, x6
        eret

// Whatever ended the access: its syndrome, its address, what was loaded, and what was executed.
came:   mrs     x6, esr_el1
        stp     w6, w6, [x23]
        mrs     x6, far_el1
        str     x6, [x23, #8]
        stp     w5, w0, [x23, #16]
        add     x22, x22, #32
        add     x23, x23, #32
        sub     w21, w21, #1
        b       job

done:   ldr     w0, [x20]
        str     w0, [x20, #4]
        b       wait

// Load, store.
        .align  4
actions:
        ldr     w5, [x1]
        svc     #2
        .align  4
        str     w4, [x1]
        svc     #2

        .ltorg
        .align  11
vectors:
        .rept   16
        .align  7
        b       came
        .endr

// Of 16 blocks of 2 MB the first: AF, EL1 reads and writes, EL1 and EL0 execute.
        .align  7
tables: .quad   BLOCK + 0x701
        .fill   15, 8, 0

// While the MMU is turned on, memory is where it was: a block of 1 GB at level 1.
        .align  7
boot:   .quad   0, 0x40000701
