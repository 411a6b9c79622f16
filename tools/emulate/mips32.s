# A bare-metal probe of the TLB of a MIPS32: makes the accesses that the mailbox asks for, in kernel and user mode, and writes
# what came of each. Loaded at 1 MB of -M mipssim, runs in kseg0; EBase is the second page of it, and the third holds the
# actions, which the first entry of the TLB maps for users. Protocol: mailbox.mjs.
        .set    noreorder
        .set    noat
        .set    MAILBOX, 0x80280000
        .set    ENTRIES, 0x80400000
        .set    ACTIONS, 0x7fffe000
        .set    VECTORS, 0x80101000
        .set    MAGIC, 0x1badb002

        .text
        .globl  _start
_start: lui     $8, %hi(kseg0)
        addiu   $8, $8, %lo(kseg0)
        jr      $8
        nop
kseg0:  li      $8, VECTORS
        mtc0    $8, $15, 1                      # EBase
        mtc0    $0, $12                         # Status, ERL and BEV too
        ehb
        li      $16, MAILBOX
        sw      $0, 0($16)
        sw      $0, 4($16)
        li      $8, MAGIC
        sw      $8, 12($16)

wait:   lw      $8, 0($16)
        lw      $9, 4($16)
        beq     $8, $9, wait
        nop
        # The 16 entries: EntryHi, EntryLo0, EntryLo1, PageMask.
        li      $8, ENTRIES
        li      $9, 0
entry:  lw      $10, 0($8)
        lw      $11, 4($8)
        lw      $12, 8($8)
        lw      $13, 12($8)
        mtc0    $13, $5
        mtc0    $11, $2
        mtc0    $12, $3
        mtc0    $10, $10
        mtc0    $9, $0
        ehb
        tlbwi
        addiu   $8, $8, 16
        addiu   $9, $9, 1
        li      $10, 16
        bne     $9, $10, entry
        nop
        addiu   $17, $16, 0x40
        addiu   $18, $16, 0x4000
        lw      $19, 8($16)

job:    beqz    $19, done
        lw      $8, 0x10($16)
        mtc0    $8, $10                         # EntryHi: the ASID
        lw      $4, 0($17)
        lw      $8, 8($17)
        lw      $9, 12($17)
        lw      $6, 16($17)
        li      $2, 0
        li      $7, 0
        # An execution goes to the address itself.
        li      $10, 2
        beq     $8, $10, 1f
        move    $11, $4
        sll     $8, $8, 3
        li      $11, ACTIONS
        addu    $11, $11, $8
1:      mtc0    $11, $14                        # EPC
        sll     $9, $9, 4
        ori     $9, $9, 2                       # EXL, and for users UM
        mtc0    $9, $12
        ehb
        eret

done:   lw      $8, 0($16)
        b       wait
        sw      $8, 4($16)

# Whatever ended the access: its vector and ExcCode, its address, what was loaded, and what was executed.
came:   mfc0    $27, $13
        andi    $27, $27, 0x7c
        or      $26, $26, $27
        sw      $26, 0($18)
        sw      $27, 4($18)
        mfc0    $27, $8
        sw      $27, 8($18)
        sw      $0, 12($18)
        sw      $7, 16($18)
        sw      $2, 20($18)
        addiu   $17, $17, 32
        addiu   $18, $18, 32
        b       job
        addiu   $19, $19, -1

        .org    0x1000
        # A TLB refill.
        b       came
        li      $26, 0x100
        # Everything else.
        .org    0x1180
        b       came
        li      $26, 0x200

        .org    0x2000
        # Load, store.
        lw      $7, 0($4)
        syscall
        sw      $6, 0($4)
        syscall
        .org    0x3000
