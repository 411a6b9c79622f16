import { base, dataAbort, descriptors, prefetchAbort, va } from '../arm-short/scene.ts';
import type { KnownAnswer } from '../known-answer.ts';

const codes = 'DDI 0100I B4.6, fault status encodings';
const order = 'DDI 0100I B4.5, fault-checking sequence';
const domains = 'DDI 0100I B4.3, domains';

/** What has no translation, and what is checked before permissions. DFSR of ARMv5 does not tell writes. */
export const armv5Faults: readonly KnownAnswer[] = [
  {
    shows: 'a first-level descriptor of type 0b00, whatever else it holds',
    cites: `DDI 0100I B4.7; ${codes}: section translation fault`,
    base,
    memory: descriptors('0xfffffffc'),
    access: ['user', 'load', va],
    answer: dataAbort('notPresent', 1, '0x5'),
  },
  {
    shows: 'the same for a store',
    cites: codes,
    base,
    memory: descriptors('0x0'),
    access: ['kernel', 'store', va],
    answer: dataAbort('notPresent', 1, '0x5'),
  },
  {
    shows: 'the same for a fetch',
    cites: codes,
    base,
    memory: descriptors('0x0'),
    access: ['kernel', 'execute', va],
    answer: prefetchAbort('notPresent', 1, '0x5'),
  },
  {
    shows: 'a second-level descriptor of type 0b00; the status names the domain of the table',
    cites: `DDI 0100I B4.7; ${codes}: page translation fault`,
    base,
    memory: descriptors('0x8071', '0xfffffffc'),
    access: ['user', 'load', va],
    answer: dataAbort('notPresent', 2, '0x37'),
  },
  {
    shows: 'the same for a fetch, whose status names the domain too',
    cites: 'DDI 0198E 2.3, fault status registers',
    base,
    memory: descriptors('0x8071', '0x0'),
    access: ['user', 'execute', va],
    answer: prefetchAbort('notPresent', 2, '0x37'),
  },
  {
    shows: 'a second-level descriptor of a fine table of type 0b00',
    cites: `DDI 0100I B4.8; ${codes}`,
    base,
    memory: { '0x448c': '0x9033' },
    access: ['user', 'store', va],
    answer: dataAbort('notPresent', 2, '0x17'),
  },
  {
    shows: 'a tiny page in a coarse table',
    cites: 'DDI 0100I B4.7, B4.8: unpredictable; a translation fault is chosen',
    base,
    memory: descriptors('0x8011', '0x77433'),
    access: ['user', 'load', va],
    answer: dataAbort('notPresent', 2, '0x7'),
  },
  {
    shows: 'that a page which is not there is told before its domain, which admits nobody',
    cites: order,
    base,
    control: { dacr: 0 },
    memory: descriptors('0x8071', '0x0'),
    access: ['user', 'load', va],
    answer: dataAbort('notPresent', 2, '0x37'),
  },
  {
    shows: 'the domain of a section to which there is no access',
    cites: `${domains}; ${codes}: section domain fault`,
    base,
    control: { dacr: 0xffffffcf },
    memory: descriptors('0x56700c52'),
    access: ['kernel', 'load', va],
    answer: dataAbort('domain', 1, '0x29'),
  },
  {
    shows: 'the domain of a page to which there is no access; 15 is the highest',
    cites: `${domains}; ${codes}: page domain fault`,
    base,
    control: { dacr: 0x3fffffff },
    memory: descriptors('0x81f1', '0x77ff2'),
    access: ['user', 'store', va],
    answer: dataAbort('domain', 2, '0xfb'),
  },
  {
    shows: 'that the reserved value of a domain gives no access',
    cites: `${domains}; DDI 0198E 3.3: behaves like no access`,
    base,
    control: { dacr: 0x2 },
    memory: descriptors('0x56700c12'),
    access: ['user', 'execute', va],
    answer: prefetchAbort('domain', 1, '0x9'),
  },
  {
    shows: 'that the domain is checked before the permissions',
    cites: order,
    base,
    control: { dacr: 0xfffffffc },
    memory: descriptors('0x8011', '0x77002'),
    access: ['user', 'load', va],
    answer: dataAbort('domain', 2, '0xb'),
  },
];
