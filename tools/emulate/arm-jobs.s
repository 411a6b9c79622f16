@ What probes of 32-bit ARM share: the accesses that the mailbox asks for, in supervisor and user mode, and what came of each.
@ r8 is the mailbox, r10 the access, r11 its result, r9 how many are left. Protocol: mailbox.mjs.
@ The source that includes this gives the macros `registers` (sets those of the batch), `flush`, `leave` (after the batch),
@ and `fetchFault` and `dataFault` (status to r7, address to r12).
        .set    MAGIC, 0x1badb002
        .set    SUPERVISOR, 0xd3
        .set    USER, 0xd0

start:  mov     r0, #0
        str     r0, [r8]
        str     r0, [r8, #4]
        ldr     r0, =MAGIC
        str     r0, [r8, #12]

wait:   ldr     r0, [r8]
        ldr     r1, [r8, #4]
        cmp     r0, r1
        beq     wait
        registers
        add     r10, r8, #0x40
        add     r11, r8, #0x4000
        ldr     r9, [r8, #8]

job:    cmp     r9, #0
        beq     done
        flush
        ldr     r1, [r10]
        ldr     r2, [r10, #8]
        ldr     r3, [r10, #12]
        ldr     r4, [r10, #16]
        mov     r0, #0
        mov     r5, #0
        adr     r6, actions
        add     r6, r6, r2, lsl #3
        @ An execution goes to the address itself.
        cmp     r2, #2
        moveq   r6, r1
        mov     r7, #SUPERVISOR
        cmp     r3, #0
        movne   r7, #USER
        msr     spsr_cxsf, r7
        movs    pc, r6

actions:
        ldr     r5, [r1]
        svc     0
        str     r4, [r1]
        svc     0

done:   leave
        ldr     r0, [r8]
        str     r0, [r8, #4]
        b       wait

@ Whatever ended the access: its vector, its status, its address, what was loaded, and what was executed.
came:   str     r6, [r11]
        str     r7, [r11, #4]
        str     r12, [r11, #8]
        mov     r6, #0
        str     r6, [r11, #12]
        str     r5, [r11, #16]
        str     r0, [r11, #20]
        msr     cpsr_c, #SUPERVISOR
        add     r10, r10, #32
        add     r11, r11, #32
        sub     r9, r9, #1
        b       job

undefined:
        mov     r6, #1
        mov     r7, #0
        mov     r12, lr
        b       came
call:   mov     r6, #2
        mov     r7, #0
        mov     r12, lr
        b       came
fetch:  mov     r6, #3
        fetchFault
        b       came
data:   mov     r6, #4
        dataFault
        b       came
other:  mov     r6, #0
        b       came
        .ltorg

        .macro  vectors
        b       other
        b       undefined
        b       call
        b       fetch
        b       data
        b       other
        b       other
        b       other
        .endm
