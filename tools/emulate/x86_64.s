# A bare-metal probe of 4-level paging: makes the accesses that the mailbox asks for, and writes what came of each.
# Boots by Multiboot. Low 4 MB are mapped as they are: 2 MB for the kernel, 2 MB for users. Protocol: mailbox.mjs.
        .set    MAILBOX, 0x80000
        .set    RESULTS, 0x84000
        .set    STACK, 0x7f000
        .set    INDEX, 0x7f800
        .set    CURRENT, 0x7f808
        .set    TSS, 0x108000
        .set    IDT, 0x109000
        .set    USER, 0x300000
        .set    USERSTACK, 0x3f0000
        .set    MAGIC, 0x1badb002

        .text
        .code32
        .globl  _start
_start: jmp     boot
        .align  4
header: .long   MAGIC, 0x00010000, -(MAGIC + 0x00010000)
        .long   header, _start, _end, _end, boot

boot:   cli
        mov     $STACK, %esp
        lgdt    gdtr
        mov     $0x20, %eax
        mov     %eax, %cr4
        mov     $pml4, %eax
        mov     %eax, %cr3
        mov     $0xc0000080, %ecx
        rdmsr
        or      $0x100, %eax
        wrmsr
        mov     %cr0, %eax
        or      $0x80000001, %eax
        mov     %eax, %cr0
        ljmp    $0x18, $long

        .code64
long:   xor     %eax, %eax
        mov     %ax, %ds
        mov     %ax, %es
        mov     %ax, %ss
        mov     $STACK, %rsp
        # Gates that users may enter too, for all vectors.
        mov     $IDT, %edi
        mov     $stubs, %eax
        mov     $256, %ecx
1:      mov     %eax, %edx
        mov     %dx, (%rdi)
        movw    $0x18, 2(%rdi)
        movw    $0xee00, 4(%rdi)
        shr     $16, %edx
        mov     %dx, 6(%rdi)
        movq    $0, 8(%rdi)
        add     $16, %edi
        add     $16, %eax
        loop    1b
        lidt    idtr
        movq    $STACK, TSS + 4
        mov     $0x30, %ax
        ltr     %ax
        mov     $actions, %esi
        mov     $USER, %edi
        mov     $48, %ecx
        rep     movsb
        movl    $0, MAILBOX
        movl    $0, MAILBOX + 4
        movl    $MAGIC, MAILBOX + 12

wait:   pause
        mov     MAILBOX, %eax
        cmp     MAILBOX + 4, %eax
        je      wait
        mov     MAILBOX + 0x18, %eax
        mov     %rax, %cr4
        mov     MAILBOX + 0x1c, %eax
        mov     %rax, %cr0
        mov     $0xc0000080, %ecx
        rdmsr
        and     $~0x800, %eax
        or      MAILBOX + 0x20, %eax
        wrmsr
        movl    $0, INDEX

job:    mov     INDEX, %esi
        cmp     MAILBOX + 8, %esi
        je      done
        shl     $5, %esi
        lea     RESULTS(%rsi), %edi
        mov     %rdi, CURRENT
        mov     MAILBOX + 0x10, %rax
        mov     %rax, %cr3
        xor     %ecx, %ecx
        mov     MAILBOX + 0x40(%rsi), %rax
        mov     MAILBOX + 0x48(%rsi), %edx
        mov     MAILBOX + 0x50(%rsi), %ebx
        shl     $4, %edx
        cmpl    $0, MAILBOX + 0x4c(%rsi)
        jne     1f
        add     $actions, %edx
        jmp     *%rdx
1:      add     $USER, %edx
        pushq   $0x23
        pushq   $USERSTACK
        pushq   $2
        pushq   $0x2b
        push    %rdx
        iretq

# Whatever ended the access: its vector, its error code, CR2, what was loaded, and what was executed.
common: pop     %rdx
        pop     %rsi
        mov     CURRENT, %rdi
        movzbl  %dl, %edx
        mov     %edx, (%rdi)
        mov     %esi, 4(%rdi)
        mov     %cr2, %rbx
        mov     %rbx, 8(%rdi)
        mov     %ecx, 16(%rdi)
        mov     %eax, 20(%rdi)
        mov     $STACK, %rsp
        incl    INDEX
        jmp     job

done:   mov     $pml4, %eax
        mov     %rax, %cr3
        mov     MAILBOX, %eax
        mov     %eax, MAILBOX + 4
        jmp     wait

# Load, store, execute; for users a copy of them.
        .align  16
actions:
        mov     (%rax), %ecx
        int     $0x82
        .align  16
        mov     %ebx, (%rax)
        int     $0x82
        .align  16
        jmp     *%rax
        .align  16

        .set    vector, 0
stubs:
        .rept   256
        .align  16
        .if     (vector == 8) || ((vector >= 10) && (vector <= 14)) || (vector == 17)
        .else
        pushq   $0
        .endif
        pushq   $vector
        jmp     common
        .set    vector, vector + 1
        .endr

        .align  8
gdt:    .quad   0, 0x00cf9a000000ffff, 0x00cf92000000ffff, 0x00af9a000000ffff
        .quad   0x00cff2000000ffff, 0x00affa000000ffff, 0x0000891080000067, 0
gdtr:   .word   63
        .quad   gdt
idtr:   .word   4095
        .quad   IDT

        .org    0x4000
pml4:   .quad   pdpt + 7
        .org    0x5000
pdpt:   .quad   pd + 7
        .org    0x6000
pd:     .quad   0x000083, 0x200087
        .org    0x7000
_end:
