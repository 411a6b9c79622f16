import type { KnownAnswer } from '../known-answer.ts';
import { base, entries, executeOnly, readOnly, va, violation } from './scene.ts';

/** Which accesses rights permit. */
export const eptRights: readonly KnownAnswer[] = [
  {
    shows: 'a store to a page that may be read and executed',
    cites: 'SDM 3C 28.2.3.2; table 27-7',
    base: base,
    memory: readOnly,
    access: ['user', 'store', va],
    answer: violation('permission', '0x1aa'),
  },
  {
    shows: 'the same by the kernel of a guest: a second stage sees no privilege',
    cites: 'SDM 3C 28.2.3.2',
    base: base,
    memory: readOnly,
    access: ['kernel', 'store', va],
    answer: violation('permission', '0x1aa'),
  },
  {
    shows: 'a load from a page that may be executed alone',
    cites: 'SDM 3C 28.2.3.2; table 27-7',
    base: base,
    memory: executeOnly,
    access: ['user', 'load', va],
    answer: violation('permission', '0x1a1'),
  },
  {
    shows: 'a fetch from a page that may be read and written',
    cites: 'SDM 3C 28.2.3.2; table 27-7',
    base: base,
    memory: entries('0x2007', '0x3007', '0x4007', '0x5033'),
    access: ['user', 'execute', va],
    answer: violation('permission', '0x19c'),
  },
  {
    shows: 'that a PML4E without write takes that right from all below it',
    cites: 'SDM 3C 28.2.3.2: any of the entries',
    base: base,
    memory: entries('0x2005', '0x3007', '0x4007', '0x5037'),
    access: ['user', 'store', va],
    answer: violation('permission', '0x1aa'),
  },
  {
    shows: 'that rights which no two entries share are none',
    cites: 'SDM 3C 28.2.3.2; table 27-7: bits 5:3 are the AND of all',
    base: base,
    memory: entries('0x2004', '0x3003', '0x4007', '0x5037'),
    access: ['user', 'load', va],
    answer: violation('permission', '0x181'),
  },
];
