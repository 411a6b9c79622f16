/**
 * Something that is taken for granted.
 *
 * Shape: `reliedOnBy` lists requirement ids; `turnedOff` says how to see what fails without it, and
 *        is absent where this version has no switch.
 */
export interface Assumption {
  readonly id: string;
  readonly statement: string;
  readonly reliedOnBy: readonly string[];
  readonly turnedOff: string | undefined;
}

/** Everything that the results rest on and that no step shows. */
export const assumptions: readonly Assumption[] = [
  {
    id: 'ASM-ATOMIC',
    statement:
      'One action of the kernel is one step: no other thread sees its middle (one kernel lock).',
    reliedOnBy: [
      'IPC-1',
      'IPC-2',
      'ISO-1',
      'MED-1',
      'MED-3',
      'DENY-1',
      'DENY-2',
      'PAIR-1',
      'ISO-2',
      'ISO-3',
      'CAP-2',
      'CAP-3',
      'LBL-1',
      'LIFE-1',
      'LIFE-2',
      'LIFE-3',
      'AVL-1',
      'DRV-1',
      'MEM-2',
      'MEM-3',
      'MEM-4',
      'MEM-5',
      'MEM-6',
    ],
    turnedOff: undefined,
  },
  {
    id: 'ASM-ONE-THREAD',
    statement:
      'In searches and twins a process has one thread, and no process is created after boot; sampled runs have both.',
    reliedOnBy: ['IPC-1', 'IPC-2', 'OBJ-2'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-ALPHABET',
    statement:
      'A most general process does what its alphabet has (spec/exploration.md): messages that the witness finder makes, and crashes. It waits without time limits, has one thread and the channels of boot, and lends no handle; a search says so where a policy lets handles pass.',
    reliedOnBy: ['OBJ-1', 'OBJ-2', 'SIM-1'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-BOUNDS',
    statement:
      'A search that met its bound of states says nothing of the states beyond; a sampled property says nothing of runs that were not drawn.',
    reliedOnBy: [
      'OBJ-2',
      'ISO-1',
      'MED-1',
      'DENY-1',
      'TYPE-1',
      'TYPE-2',
      'ISO-2',
      'ISO-3',
      'CAP-2',
      'CAP-3',
      'LBL-1',
      'LIFE-1',
      'LIFE-2',
      'LIFE-3',
      'AVL-1',
    ],
    turnedOff: undefined,
  },
  {
    id: 'ASM-SERVICES',
    statement: 'Kernel services are not called in the search unless that is asked for.',
    reliedOnBy: ['OBJ-1', 'OBJ-2'],
    turnedOff: 'explore --services all',
  },
  {
    id: 'ASM-PROGRAMS',
    statement: 'A process that has a program does what the program says and nothing else.',
    reliedOnBy: ['OBJ-2'],
    turnedOff: 'explore --untrusted PROCESS',
  },
  {
    id: 'ASM-ENGINE',
    statement:
      'Properties judge again by an engine of their own, compiled of the same policy; they find a kernel that lies about verdicts, and not an engine that misreads its policy.',
    reliedOnBy: ['MED-1', 'DENY-1', 'TYPE-1'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-READINGS',
    statement: 'Where the public record is silent the choices C-01 … C-67 hold.',
    reliedOnBy: ['LANG-1', 'LANG-2', 'CFG-1', 'OBJ-2'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-SDK',
    statement:
      "The declarations of the kernel's endpoints and of named SDK packages are as shipped here; real ones may have more methods and parameters.",
    reliedOnBy: ['LANG-1', 'LANG-2', 'IPC-3'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-TLC',
    statement: 'TLC and the Java machine that runs it compute what TLA+ means.',
    reliedOnBy: [
      'IPC-1',
      'IPC-2',
      'MED-3',
      'DENY-2',
      'TLA-1',
      'TLA-2',
      'PAIR-1',
      'CAP-1',
      'CAP-2',
      'CAP-3',
      'LBL-1',
      'LIFE-1',
      'LIFE-2',
      'LIFE-3',
    ],
    turnedOff: undefined,
  },
  {
    id: 'ASM-HARDWARE',
    statement:
      'Devices, DMA and interrupts are not modelled, and memory is translated by an abstract machine, which does what the kernel tells it: page tables, TLBs and the memory of the kernel itself isolate processes, perfectly.',
    reliedOnBy: ['ISO-1', 'MED-1', 'OBJ-2', 'MEM-2', 'MEM-3', 'MEM-4', 'MEM-5'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-TIME',
    statement: 'Time is not modelled: nothing is learnt from how long a step takes.',
    reliedOnBy: ['ISO-1'],
    turnedOff: undefined,
  },
  {
    id: 'ASM-HOST',
    statement: 'Node.js, the TypeScript compiler and SHA-256 do what they are said to do.',
    reliedOnBy: ['KRN-1', 'MED-2', 'EVD-1', 'EVD-2'],
    turnedOff: undefined,
  },
];
