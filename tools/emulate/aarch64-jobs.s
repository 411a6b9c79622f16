// What probes of AArch64 share: the accesses that the mailbox asks for, at EL1 and EL0, and what came of each.
// x20 is the mailbox, x22 the access, x23 its result, w21 how many are left, x24 the address of the actions. Protocol: mailbox.mjs.
// The source that includes this gives the macros `registers` (sets those of the batch), `flush`, `enter` (to x6, with the
// state x7), and `ended` (syndrome to w6, address to x7).
        .set    MAGIC, 0x1badb002
        .set    EL1, 0x3c5
        .set    EL0, 0x3c0

start:  str     xzr, [x20]
        ldr     w0, =MAGIC
        str     w0, [x20, #12]

wait:   ldr     w0, [x20]
        ldr     w1, [x20, #4]
        cmp     w0, w1
        b.eq    wait
        registers
        add     x22, x20, #0x40
        add     x23, x20, #0x4000
        ldr     w21, [x20, #8]

job:    cbz     w21, done
        flush
        dsb     sy
        isb
        ldr     x1, [x22]
        ldp     w2, w3, [x22, #8]
        ldr     w4, [x22, #16]
        mov     w0, #0
        mov     w5, #0
        add     x6, x24, w2, uxtw #3
        // An execution goes to the address itself.
        cmp     w2, #2
        csel    x6, x1, x6, eq
        mov     x7, #EL1
        mov     x8, #EL0
        cmp     w3, #0
        csel    x7, x7, x8, eq
        enter
        eret

// Whatever ended the access: its syndrome, its address, what was loaded, and what was executed.
came:   ended
        stp     w6, w6, [x23]
        str     x7, [x23, #8]
        stp     w5, w0, [x23, #16]
        add     x22, x22, #32
        add     x23, x23, #32
        sub     w21, w21, #1
        b       job

done:   ldr     w0, [x20]
        str     w0, [x20, #4]
        b       wait

        .ltorg
        .align  11
vectors:
        .rept   16
        .align  7
        b       came
        .endr
