@ What probes of ARMv7 share: TLBs without entries, and the registers of faults.
        .macro  flush
        mov     r0, #0
        mcr     p15, 0, r0, c8, c7, 0           @ TLBIALL
        dsb
        isb
        .endm

        .macro  fetchFault
        mrc     p15, 0, r7, c5, c0, 1           @ IFSR
        bic     r7, r7, #IFSR_UNKNOWN
        mrc     p15, 0, r12, c6, c0, 2          @ IFAR
        .endm

        .macro  dataFault
        mrc     p15, 0, r7, c5, c0, 0           @ DFSR
        mrc     p15, 0, r12, c6, c0, 0          @ DFAR
        .endm
