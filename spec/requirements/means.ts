import type { Requirement } from '../requirement.ts';

/** C1 … C5 and X1 … X11: specifications, twins, simulation, evidence, oracle, and beyond. */
export const meansRequirements: readonly Requirement[] = [
  {
    id: 'TLA-1',
    row: 'C1',
    statement:
      'TLC finds every invariant of the modules Ipc, Handles, Lifecycle, Notice, Channels, Memory and Dma true in all states of their small tiers.',
    supportedBy: [
      'invariants:Ipc',
      'invariants:Handles',
      'invariants:Lifecycle',
      'invariants:Notice',
      'invariants:Channels',
      'invariants:Memory',
      'invariants:Dma',
    ],
  },
  {
    id: 'TLA-2',
    row: 'C1',
    statement:
      'What the Reach predicates of the modules name can happen: a queue of two, a nested call, a waiting server, a moved context, a wait with little time left, a request whose client has left or died, a dead server, an interrupt; a handle that is revoked, that outlives its resource, that was derived twice, that bears a badge; a process that nobody holds any more, that is frozen with what it holds, that is loaded anew, whose client or server is gone, and a full share of processes; events that merge, an entry of what is gone, a subscription without a handle, two waits for one receiver, a badge that nobody holds and a handle bears; a channel that was made, listed, withheld, let go by its server or revoked, a request that is passed over, a called object, a dead maker; a frame that two processes reach, that a core may still reach, that was written before it passes, that passes and awaits one core of two, or is used and awaits one, a protection that waits, a core that has kept fewer rights, a buffer of code, a revoked handle to what is gone, frames of the dead that pass; a device that goes on after it was told to stop, that reaches what passes, or what its driver before has, until the IOMMU forgets, a frame that passes and awaits the device alone, or the device as well.',
    supportedBy: [
      'reach:Ipc',
      'reach:Handles',
      'reach:Lifecycle',
      'reach:Notice',
      'reach:Channels',
      'reach:Memory',
      'reach:Dma',
    ],
  },
  {
    id: 'PAIR-1',
    row: 'C2',
    statement: "The kernel's state graph equals TLC's, state by state and edge by edge.",
    supportedBy: [
      'twin:Ipc',
      'twin:Handles',
      'twin:Lifecycle',
      'twin:Notice',
      'twin:Channels',
      'twin:Memory',
      'twin:Dma',
    ],
  },
  {
    id: 'PAIR-2',
    row: 'C2',
    statement: 'A mismatch planted on either side is found and told as a shortest path to it.',
    supportedBy: ['suite'],
  },
  {
    id: 'PAIR-3',
    row: 'C2',
    statement: 'Traces of each side are replayed on the other.',
    supportedBy: [],
  },
  {
    id: 'SIM-1',
    row: 'C3',
    statement:
      'The solution boots and runs on the kernel, and no state that it is seen to reach breaks a property.',
    supportedBy: ['explore'],
  },
  {
    id: 'SIM-2',
    row: 'C3',
    statement: 'Equal solution, options and seed give an equal trace.',
    supportedBy: ['suite'],
  },
  {
    id: 'SIM-3',
    row: 'C3',
    statement: 'A recorded trace is replayed and compared step by step, and forked at any step.',
    supportedBy: ['suite'],
  },
  {
    id: 'EVD-1',
    row: 'C4',
    statement: 'A requirement counts as supported only by a result file of a run.',
    supportedBy: ['suite'],
  },
  {
    id: 'EVD-2',
    row: 'C4',
    statement: 'Equal results give an equal report, byte for byte.',
    supportedBy: ['suite'],
  },
  {
    id: 'EVD-3',
    row: 'C4',
    statement: 'The evidence is also given as SARIF, JUnit, GSN and in-toto.',
    supportedBy: [],
  },
  {
    id: 'ORA-1',
    row: 'C5',
    statement:
      'An implementation in another language is driven by vectors, and a bug in it is found.',
    supportedBy: [],
  },
  {
    id: 'OBJ-3',
    row: 'X1',
    statement:
      'A violated objective is shown as its shortest trace, in words and as a sequence diagram.',
    supportedBy: ['suite'],
  },
  {
    id: 'TCB-3',
    row: 'X2',
    statement: 'The least sets of components that an objective must trust are computed.',
    supportedBy: [],
  },
  {
    id: 'POL-4',
    row: 'X3',
    statement: 'Dead, shadowed and vacuous rules are found, each with a witness.',
    supportedBy: ['suite'],
  },
  {
    id: 'ORA-2',
    row: 'X4',
    statement: 'Each test vector names its requirement, its rule and the mutants that it detects.',
    supportedBy: [],
  },
  {
    id: 'GATE-1',
    row: 'X5',
    statement:
      'A hole planted in the kernel or in its engine is found by the check that guards it.',
    supportedBy: ['suite'],
  },
  {
    id: 'GATE-2',
    row: 'X6',
    statement:
      'Mutants of the code and of the policy are killed, and those that are not are listed.',
    supportedBy: [],
  },
  {
    id: 'ARCH-2',
    row: 'X7',
    statement: "Walks and DMA remapping agree with an emulator's.",
    supportedBy: [],
  },
  {
    id: 'EVD-4',
    row: 'X8',
    statement: 'A second party derives the same certificate from the same sources and tools.',
    supportedBy: [],
  },
  {
    id: 'ASM-1',
    row: 'X9',
    statement: 'Each assumption can be turned off, and then something named fails.',
    supportedBy: [],
  },
  {
    id: 'LANG-6',
    row: 'X10',
    statement: 'A language server gives diagnostics, hover and definition.',
    supportedBy: [],
  },
  {
    id: 'SIM-4',
    row: 'X11',
    statement: 'A trace or a counterexample opens in a browser from a link.',
    supportedBy: [],
  },
];
