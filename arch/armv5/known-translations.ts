import { base, descriptors, to, va } from '../arm-short/scene.ts';
import type { KnownAnswer } from '../known-answer.ts';

const fine = (word: string) => ({ '0x448c': '0x9013', '0x9458': word });

/** What translates, and to where; bits 19:10 of `va` are 0x116, its offset in a tiny page is 0x2bc. */
export const armv5Translations: readonly KnownAnswer[] = [
  {
    shows: 'a small page of a coarse table: 20 bits of its descriptor, 12 of the address',
    cites: 'DDI 0100I B4.7',
    base,
    memory: descriptors('0x8011', '0x77ff2'),
    access: ['user', 'load', va],
    answer: to('0x77abc'),
  },
  {
    shows: 'a small page with C and B set',
    cites: 'DDI 0100I B4.7; B4.4',
    base,
    memory: descriptors('0x8011', '0x77ffe'),
    access: ['user', 'store', va],
    answer: to('0x77abc'),
  },
  {
    shows: 'a coarse table at a multiple of 1 KB, whose bits that should be zero and one are not',
    cites: 'DDI 0100I B4.7: bits [31:10] and [1:0]',
    base,
    memory: { '0x448c': '0x8e0d', '0x8d14': '0x77ff2' },
    access: ['kernel', 'load', va],
    answer: to('0x77abc'),
  },
  {
    shows: 'a large page: 16 bits of its descriptor, 16 of the address',
    cites: 'DDI 0100I B4.7',
    base,
    memory: descriptors('0x8011', '0x66fff1'),
    access: ['user', 'store', va],
    answer: to('0x665abc'),
  },
  {
    shows: 'a section: 12 bits of its descriptor, 20 of the address',
    cites: 'DDI 0100I B4.7',
    base,
    memory: descriptors('0x56700c12'),
    access: ['user', 'execute', va],
    answer: to('0x56745abc'),
  },
  {
    shows: 'a section whose bits 19:12 should be zero and are not',
    cites: 'DDI 0100I B4.7: there are no supersections',
    base,
    memory: descriptors('0x567ffc12'),
    access: ['user', 'load', va],
    answer: to('0x56745abc'),
  },
  {
    shows: 'a tiny page of a fine table: 22 bits of its descriptor, 10 of the address',
    cites: 'DDI 0100I B4.8; DDI 0198E 3.2.6',
    base,
    memory: fine('0x77433'),
    access: ['user', 'load', va],
    answer: to('0x776bc'),
  },
  {
    shows: 'a small page of a fine table, whose descriptor is there four times',
    cites: 'DDI 0100I B4.8; DDI 0198E 3.2',
    base,
    memory: fine('0x77ff2'),
    access: ['user', 'load', va],
    answer: to('0x77abc'),
  },
  {
    shows: 'a large page of a fine table, whose descriptor is there 64 times',
    cites: 'DDI 0100I B4.8; DDI 0198E 3.2',
    base,
    memory: fine('0x660ff1'),
    access: ['user', 'load', va],
    answer: to('0x665abc'),
  },
  {
    shows: 'that a fine table lies at a multiple of 4 KB',
    cites: 'DDI 0100I B4.8: bits [31:12]',
    base,
    memory: { '0x448c': '0x9c13', '0x9458': '0x77433' },
    access: ['kernel', 'store', va],
    answer: to('0x776bc'),
  },
  {
    shows: 'that the low 14 bits of the table base are no address',
    cites: 'DDI 0100I B4.9, register 2; B4.7',
    base: '0x7fff',
    memory: descriptors('0x56700c12'),
    access: ['user', 'load', va],
    answer: to('0x56745abc'),
  },
];
