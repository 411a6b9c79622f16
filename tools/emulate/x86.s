# A bare-metal probe of 32-bit and PAE paging: makes the accesses that the mailbox asks for, and writes what came of each.
# Boots by Multiboot; paging is on during an access alone. Low 4 MB are mapped as they are: 2 MB for the kernel, 2 MB for
# users. Protocol: mailbox.mjs.
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
        ljmp    $0x08, $1f
1:      mov     $0x10, %ax
        mov     %ax, %ss
        # Users keep these segments, and the kernel may use them.
        mov     $0x23, %ax
        mov     %ax, %ds
        mov     %ax, %es
        # Gates that users may enter too, for all vectors.
        mov     $IDT, %edi
        mov     $stubs, %eax
        mov     $256, %ecx
1:      mov     %eax, %edx
        mov     %dx, (%edi)
        movw    $0x08, 2(%edi)
        movw    $0xee00, 4(%edi)
        shr     $16, %edx
        mov     %dx, 6(%edi)
        add     $8, %edi
        add     $16, %eax
        loop    1b
        lidt    idtr
        movl    $STACK, TSS + 4
        movl    $0x10, TSS + 8
        mov     $0x28, %ax
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
        mov     %eax, %cr4
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
        lea     RESULTS(%esi), %edi
        mov     %edi, CURRENT
        mov     MAILBOX + 0x10, %eax
        mov     %eax, %cr3
        mov     MAILBOX + 0x1c, %eax
        mov     %eax, %cr0
        xor     %ecx, %ecx
        mov     MAILBOX + 0x40(%esi), %eax
        mov     MAILBOX + 0x48(%esi), %edx
        mov     MAILBOX + 0x50(%esi), %ebx
        shl     $4, %edx
        cmpl    $0, MAILBOX + 0x4c(%esi)
        jne     1f
        add     $actions, %edx
        jmp     *%edx
1:      add     $USER, %edx
        push    $0x23
        push    $USERSTACK
        push    $2
        push    $0x1b
        push    %edx
        iret

# Whatever ended the access: its vector, its error code, CR2, what was loaded, and what was executed.
common: pop     %edx
        pop     %esi
        mov     CURRENT, %edi
        movzbl  %dl, %edx
        mov     %edx, (%edi)
        mov     %esi, 4(%edi)
        mov     %cr2, %ebx
        mov     %ebx, 8(%edi)
        mov     %ecx, 16(%edi)
        mov     %eax, 20(%edi)
        mov     %cr0, %eax
        and     $0x7fffffff, %eax
        mov     %eax, %cr0
        mov     $STACK, %esp
        incl    INDEX
        jmp     job

done:   mov     MAILBOX, %eax
        mov     %eax, MAILBOX + 4
        jmp     wait

# Load, store, execute; for users a copy of them.
        .align  16
actions:
        mov     (%eax), %ecx
        int     $0x82
        .align  16
        mov     %ebx, (%eax)
        int     $0x82
        .align  16
        jmp     *%eax
        .align  16

        .set    vector, 0
stubs:
        .rept   256
        .align  16
        .if     (vector == 8) || ((vector >= 10) && (vector <= 14)) || (vector == 17)
        .else
        push    $0
        .endif
        push    $vector
        jmp     common
        .set    vector, vector + 1
        .endr

        .align  8
gdt:    .quad   0, 0x00cf9a000000ffff, 0x00cf92000000ffff, 0x00cffa000000ffff
        .quad   0x00cff2000000ffff, 0x0000891080000067
gdtr:   .word   47
        .long   gdt
idtr:   .word   2047
        .long   IDT

# Tables of the low 4 MB: of 32-bit paging one, of PAE a directory and two.
        .set    page, 0
        .org    0x4000
low32:  .rept   512
        .long   page + 3
        .set    page, page + 0x1000
        .endr
        .rept   512
        .long   page + 7
        .set    page, page + 0x1000
        .endr
        .org    0x5000
lowPae: .long   first + 7, 0, second + 7, 0
        .set    page, 0
        .org    0x6000
first:  .rept   512
        .quad   page + 3
        .set    page, page + 0x1000
        .endr
        .org    0x7000
second: .rept   512
        .quad   page + 7
        .set    page, page + 0x1000
        .endr
        .org    0x8000
_end:
