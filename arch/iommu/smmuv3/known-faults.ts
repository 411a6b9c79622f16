import type { KnownDmaAnswer } from '../known-answer.ts';
import {
  address,
  base,
  bothEntry,
  bothPaged,
  descriptor,
  event,
  firstEntry,
  marks,
  paged,
  secondPaged,
  shortAddress,
  stream,
  tables,
  words,
} from './scene.ts';

/** A request of stream 1 by these tables, and what comes of it. */
const of = (
  shows: string,
  cites: string,
  memory: KnownDmaAnswer['memory'],
  [kind, asked]: readonly ['read' | 'write', string],
  answer: KnownDmaAnswer['answer'],
): KnownDmaAnswer => ({
  shows,
  cites: `IHI 0070 ${cites}`,
  base,
  memory,
  request: [kind, stream, asked],
  answer,
});

const translation = '0x100000010';
const size = '0x100000011';
const flagged = '0x100000012';
const permission = '0x100000013';
const external = '0x10000000b';

/** What the stages do not permit. */
export const smmuFaults: readonly KnownDmaAnswer[] = [
  of(
    'a page that is not present, read',
    '7.3: F_TRANSLATION; DDI 0487 D4.3.2',
    paged('0x7442'),
    ['read', address],
    event('notPresent', '0x10', [translation, marks.read]),
  ),
  of(
    'an address of the half of TTB1, with EPD1',
    '5.4: EPD1; 7.3: F_TRANSLATION',
    paged('0x7443'),
    ['write', '0xffff008080604abc'],
    event('notPresent', '0x10', [translation, marks.written], '0xffff008080604abc'),
  ),
  of(
    'EPD0: a translation fault without a walk',
    '5.4: EPD0',
    words(...firstEntry, '0x56202c0004010', '0x3000', ...tables, '0x7443'),
    ['read', address],
    event('notPresent', '0x10', [translation, marks.read]),
  ),
  of(
    'a page beyond IPS',
    '7.3: F_ADDR_SIZE; 5.4: IPS',
    words(...firstEntry, '0x56200c0000010', '0x3000', ...tables, '0x100007443'),
    ['read', address],
    event('addressSize', '0x11', [size, marks.read]),
  ),
  of(
    'a page whose access flag is 0',
    '7.3: F_ACCESS',
    paged('0x7043'),
    ['write', address],
    event('accessFlag', '0x12', [flagged, marks.written]),
  ),
  of(
    'a page that may only be read, written',
    '7.3: F_PERMISSION; DDI 0487 table D4-29: AP[2]',
    paged('0x74c3'),
    ['write', address],
    event('permission', '0x13', [permission, marks.written]),
  ),
  of(
    "the kernel's page: requests are unprivileged",
    '7.3: F_PERMISSION; 5.2: PRIVCFG; DDI 0487 table D4-29: AP[1]',
    paged('0x7403'),
    ['read', address],
    event('permission', '0x13', [permission, marks.read]),
  ),
  of(
    'a fault of stage 1 with R 0: nothing is recorded',
    '5.4: R',
    words(...firstEntry, '0x54202c0000010', '0x3000', ...tables, '0x7442'),
    ['read', address],
    { fault: 'notPresent', code: '0x10', record: 'none' },
  ),
  of(
    'a table where no memory is, with its address',
    '7.3: F_WALK_EABT, FetchAddr',
    words(...firstEntry, ...descriptor, '0xffffff0003'),
    ['read', address],
    event('externalOnWalk', '0xb', [external, marks.read], address, '0xffffff0010'),
  ),
  of(
    'a bypassed address beyond that of memory',
    '3.4; 7.3: F_ADDR_SIZE of stage 1',
    words('0x9'),
    ['write', '0x10000000000'],
    event('addressSize', '0x11', [size, marks.written], '0x10000000000'),
  ),
  of(
    'an address beyond S2T0SZ',
    '5.2: S2T0SZ; 7.3: F_TRANSLATION of stage 2',
    secondPaged('0x74ff'),
    ['read', address],
    event('notPresent', '0x10', [translation, marks.secondRead], address, '0x8080604000'),
  ),
  of(
    'a page of stage 2 that may only be read, written',
    '7.3: F_PERMISSION: S2, IPA; DDI 0487 table D4-31',
    secondPaged('0x747f'),
    ['write', shortAddress],
    event('permission', '0x13', [permission, marks.secondWritten], shortAddress, '0x80604000'),
  ),
  of(
    'a page of stage 2 that may only be written, read',
    '7.3: F_PERMISSION: S2, IPA; DDI 0487 table D4-31',
    secondPaged('0x74bf'),
    ['read', shortAddress],
    event('permission', '0x13', [permission, marks.secondRead], shortAddress, '0x80604000'),
  ),
  of(
    'a page of stage 2 whose access flag is 0',
    '7.3: F_ACCESS: S2, IPA',
    secondPaged('0x70ff'),
    ['read', shortAddress],
    event('accessFlag', '0x12', [flagged, marks.secondRead], shortAddress, '0x80604000'),
  ),
  of(
    'a fault of stage 2 with S2R 0: nothing is recorded',
    '5.2: S2R',
    words('0xd', '0x0', '0xa005900000005', '0x4000'),
    ['read', shortAddress],
    { fault: 'notPresent', code: '0x10', record: 'none' },
  ),
  of(
    'that stage 2 forbids what stage 1 permits, and tells the IPA',
    '7.3: F_PERMISSION: CLASS IN, S2, IPA',
    bothPaged('0x7443', '0x47d'),
    ['write', address],
    event('permission', '0x13', [permission, marks.secondWritten], address, '0x7000'),
  ),
  of(
    'that stage 1 forbids what stage 2 permits',
    '7.3: F_PERMISSION: CLASS IN',
    bothPaged('0x74c3'),
    ['write', address],
    event('permission', '0x13', [permission, marks.written]),
  ),
  of(
    'a descriptor that stage 2 has no page for',
    '7.3: F_TRANSLATION: CLASS CD, S2, IPA',
    words(...bothEntry),
    ['read', address],
    event('notPresent', '0x10', [translation, '0x8800000000'], address, '0x2000'),
  ),
  of(
    'a table of stage 1 that stage 2 has no page for',
    '7.3: F_TRANSLATION: CLASS TT, S2, IPA',
    { ...bothPaged('0x7443'), '0x3008': '0x40004003' },
    ['read', address],
    event('notPresent', '0x10', [translation, '0x18800000000'], address, '0x40004000'),
  ),
  of(
    'a table of stage 2 where no memory is, for a table of stage 1',
    '7.3: F_WALK_EABT: CLASS TT, S2, FetchAddr',
    { ...bothPaged('0x7443'), '0x3008': '0x40004003', '0x8008': '0xffffff0003' },
    ['write', address],
    event('externalOnWalk', '0xb', [external, '0x18000000000'], address, '0xffffff0000'),
  ),
];
