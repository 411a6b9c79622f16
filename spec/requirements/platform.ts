import type { Requirement } from '../requirement.ts';

/** S15 … S27: the environment, policies, machines, resources. */
export const platformRequirements: readonly Requirement[] = [
  {
    id: 'DRV-1',
    row: 'S15',
    statement: 'A driver reaches its own registers, ports, interrupts and DMA, and nothing else.',
    supportedBy: ['suite', 'invariants:Dma', 'twin:Dma'],
  },
  {
    id: 'OBJ-1',
    row: 'S16',
    statement:
      'A search in which each process without a program does anything of its alphabet at any time breaks no property.',
    supportedBy: ['explore'],
  },
  {
    id: 'OBJ-2',
    row: 'S16',
    statement:
      'No event that an objective forbids is granted in any state searched, whatever the untrusted processes do.',
    supportedBy: ['objective'],
  },
  {
    id: 'POSIX-2',
    row: 'S17',
    statement:
      'The functions of ISO C and of the profiles PSE51 and PSE52 run over the native interface.',
    supportedBy: [],
  },
  {
    id: 'HYP-1',
    row: 'S18',
    statement: 'Unmodified guests run under second-stage translation and the same verdicts.',
    supportedBy: [],
  },
  {
    id: 'KSS-1',
    row: 'S19',
    statement:
      'An event is granted only if some rule covers it and every rule that does grants it.',
    supportedBy: ['suite'],
  },
  {
    id: 'KSS-2',
    row: 'S19',
    statement:
      'Rules of one event see the effects of earlier ones; a denied event leaves the context as it was, and a released SID is forgotten.',
    supportedBy: ['suite'],
  },
  {
    id: 'KSS-3',
    row: 'S19',
    statement:
      'The compiled engine answers as the reference interpreter does, in verdict, reasons, context and audit.',
    supportedBy: ['suite'],
  },
  {
    id: 'POL-1',
    row: 'S19',
    statement:
      'Roles, lattices, type enforcement, temporal logic and a model of the user work side by side in one policy.',
    supportedBy: ['suite'],
  },
  {
    id: 'POL-2',
    row: 'S20',
    statement: 'The same kernel and the same components obey whatever policy they are given.',
    supportedBy: ['property:completeMediation', 'property:defaultDeny'],
  },
  {
    id: 'POL-3',
    row: 'S20',
    statement:
      'Two policies for the same components are compared, with an event for each difference.',
    supportedBy: ['suite'],
  },
  {
    id: 'DMA-1',
    row: 'S21',
    statement:
      'Behind an IOMMU no device reaches a frame outside its domain; without one isolation of DMA fails and is reported as a residual risk by name.',
    supportedBy: ['dma:iommu', 'dma:none'],
  },
  {
    id: 'DMA-2',
    row: 'S21',
    statement:
      'The tables of VT-d (legacy mode) and of SMMUv3 (linear stream tables, 4 KB granule) are read and edited bit by bit as the manuals say, whatever words they hold, with the faults and records that they name.',
    supportedBy: ['suite'],
  },
  {
    id: 'ARCH-1',
    row: 'S22',
    statement: 'Page tables and TLBs are read bit by bit as the manuals of each architecture say.',
    supportedBy: [],
  },
  {
    id: 'ARCH-3',
    row: 'S22',
    statement:
      'Page tables of 32-bit x86, PAE, x86_64, EPT, ARMv5, ARMv7 (short descriptors and LPAE) and ARMv8 (stages 1 and 2), and the TLB of MIPS32, are read and edited bit by bit as the manuals say, whatever words they hold.',
    supportedBy: ['suite'],
  },
  {
    id: 'BOARD-1',
    row: 'S23',
    statement: 'A solution boots in the simulator on each board description.',
    supportedBy: ['suite'],
  },
  {
    id: 'BOARD-2',
    row: 'S23',
    statement:
      'Each board has a description as data (cores, memory map, devices, interrupt lines, DMA masters, IOMMU or none) whose parts name their sources, and which does not contradict itself.',
    supportedBy: ['suite'],
  },
  {
    id: 'BOARD-3',
    row: 'S23',
    statement:
      "A user's own board is read from a JSON document; all that is wrong with it is told, each with its place.",
    supportedBy: ['suite'],
  },
  {
    id: 'BOARD-4',
    row: 'S23',
    statement:
      'What a board lets happen whatever the kernel does follows from its description, and is listed in it by name as a residual risk.',
    supportedBy: ['suite'],
  },
  {
    id: 'MEM-1',
    row: 'S24',
    statement: 'A solution over its memory budget is told so before it runs.',
    supportedBy: ['suite'],
  },
  {
    id: 'MEM-2',
    row: 'S10',
    statement:
      'A process reaches the memory that it has mapped, with the rights that it has it with, and no other.',
    supportedBy: ['suite', 'property:accessesOwnFrames', 'invariants:Memory', 'twin:Memory'],
  },
  {
    id: 'MEM-3',
    row: 'S10',
    statement:
      'A frame is used again only when no core can translate to it any more and it was cleared.',
    supportedBy: [
      'suite',
      'property:noResidue',
      'property:freeFramesAreUnreachable',
      'invariants:Memory',
      'twin:Memory',
    ],
  },
  {
    id: 'MEM-4',
    row: 'S10',
    statement:
      'Memory is shared by handles to buffers alone, and no more once a handle is closed or revoked.',
    supportedBy: [
      'suite',
      'property:accessesOwnFrames',
      'property:noResidue',
      'invariants:Memory',
      'twin:Memory',
    ],
  },
  {
    id: 'MEM-5',
    row: 'S10',
    statement: 'No memory is written and executed, be it by the same process or by two.',
    supportedBy: ['suite', 'property:writeXorExecute', 'invariants:Memory', 'twin:Memory'],
  },
  {
    id: 'MEM-6',
    row: 'S24',
    statement:
      'Each process has a share of frames, of frames for page tables and of address space that no other takes of.',
    supportedBy: ['suite', 'twin:Memory'],
  },
  {
    id: 'VER-3',
    row: 'S25',
    statement: 'Each of the eight fields of use has an example solution that runs.',
    supportedBy: [],
  },
  {
    id: 'AVL-1',
    row: 'S26',
    statement: 'No untrusted component exhausts what another was promised.',
    supportedBy: ['property:quotas', 'property:noninterference'],
  },
  {
    id: 'CAP-1',
    row: 'S27',
    statement:
      'A handle is used only with the right that the use needs, and a copy has no more rights.',
    supportedBy: ['suite', 'invariants:Handles', 'twin:Handles', 'twin:Notice'],
  },
  {
    id: 'CAP-2',
    row: 'S27',
    statement: 'Revoking a handle revokes all that was derived from it, for ever.',
    supportedBy: ['property:revocation', 'invariants:Handles', 'twin:Handles'],
  },
  {
    id: 'CAP-3',
    row: 'S27',
    statement:
      'Rights never grow down the derivation tree, and what was derived from a handle that is closed hangs from its parent.',
    supportedBy: ['property:authorityConfinement', 'invariants:Handles', 'twin:Handles'],
  },
  {
    id: 'AUD-1',
    row: 'S27',
    statement: 'What the engine records is kept in the log, and the loss of a record is counted.',
    supportedBy: ['suite'],
  },
];
