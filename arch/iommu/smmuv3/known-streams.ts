import type { KnownDmaAnswer } from '../known-answer.ts';
import {
  address,
  base,
  configuration,
  descriptor,
  firstEntry,
  paged,
  secondEntry,
  stream,
  tables,
  words,
} from './scene.ts';

const bad = configuration('invalidContext', '0x4', '0x100000004');
const badDescriptor = configuration('invalidContext', '0xa', '0x10000000a');

/** A request of stream 1 by these tables, and what comes of it. */
const of = (
  shows: string,
  cites: string,
  memory: KnownDmaAnswer['memory'],
  answer: KnownDmaAnswer['answer'],
  control: Readonly<Record<string, number>> = {},
): KnownDmaAnswer => ({
  shows,
  cites: `IHI 0070 ${cites}`,
  base,
  control,
  memory,
  request: ['read', stream, address],
  answer,
});

const described = (first: string, root = '0x3000') =>
  words(...firstEntry, first, root, ...tables, '0x7443');

/** An entry of stage 1 alone, whose last two words say nothing. */
const entered = (first: string, second = '0x0') =>
  words(first, second, '0x0', '0x0', ...descriptor, ...tables, '0x7443');

/** What stream table entries and context descriptors do not permit. */
export const smmuStreams: readonly KnownDmaAnswer[] = [
  {
    shows: 'a stream that the table has no entry for',
    cites: 'IHI 0070 7.3: C_BAD_STREAMID; 6.3: LOG2SIZE',
    base,
    memory: paged('0x7443'),
    request: ['read', 0x400, address],
    answer: configuration('noContext', '0x2', '0x40000000002'),
  },
  {
    shows: 'the same, where bad StreamIDs are not recorded',
    cites: 'IHI 0070 6.3: SMMU_CR2.RECINVSID',
    base,
    control: { recinvsid: 0 },
    memory: paged('0x7443'),
    request: ['read', 0x400, address],
    answer: { fault: 'noContext', code: '0x2', record: 'none' },
  },
  {
    shows: 'a stream table where no memory is',
    cites: 'IHI 0070 7.3: F_STE_FETCH',
    base: '0xffffff0000',
    memory: {},
    request: ['read', stream, address],
    answer: configuration('externalOnContext', '0x3', '0x100000003', '0xffffff0040'),
  },
  of(
    'an entry that is not valid, whatever else it holds',
    '5.2: V; 7.3: C_BAD_STE',
    entered('0x200a'),
    configuration('noContext', '0x4', '0x100000004'),
  ),
  of('Config 0b000: an abort without an event', '5.2: Config', entered('0x1'), {
    fault: 'aborted',
    code: '0x0',
    record: 'none',
  }),
  of('Config 0b011, which aborts as well', '5.2: Config 0b0xx', entered('0x2007'), {
    fault: 'aborted',
    code: '0x0',
    record: 'none',
  }),
  of('stage 1 where there is none', '5.2: Config; 6.3: S1P', paged('0x7443'), bad, { s1p: 0 }),
  of('stage 2 where there is none', '5.2: Config; 6.3: S2P', words(...secondEntry), bad, {
    s2p: 0,
  }),
  of('an S1CDMax beyond SSIDSIZE', '5.2: S1CDMax', entered('0x480000000000200b', '0x2'), bad),
  of(
    'a second level of descriptors',
    '5.2: S1Fmt; 6.3: CD2L',
    entered('0x80000000000201b', '0x2'),
    bad,
  ),
  of('that S1Fmt says nothing with S1CDMax 0', '5.2: S1Fmt', entered('0x201b'), {
    pa: '0x7abc',
  }),
  of('S1STALLD where nothing stalls', '5.2: S1STALLD', entered('0x200b', '0x8000000'), bad),
  of('a StreamWorld of EL2', '5.2: STRW; 6.3: HYP', entered('0x200b', '0x80000000'), bad),
  of(
    'a context descriptor beyond the addresses of memory',
    '5.2: S1ContextPtr (a choice: the entry is bad)',
    entered('0x1000000200b'),
    bad,
  ),
  of(
    'a stream that needs a substream',
    '5.2: S1DSS 0b00; 7.3: F_STREAM_DISABLED',
    entered('0x80000000000200b'),
    configuration('aborted', '0x6', '0x100000006'),
  ),
  of('S2AA64 0', '5.2: S2AA64; 6.3: TTF', words('0xd', '0x0', '0x402005900000005', '0x4000'), bad),
  of(
    'an S2T0SZ for 48 bits',
    '5.2: S2T0SZ; 3.4',
    words('0xd', '0x0', '0x40a009000000005', '0x4000'),
    bad,
  ),
  of(
    'an S2SL0 that does not agree with S2T0SZ',
    '5.2: S2SL0',
    words('0xd', '0x0', '0x40a009900000005', '0x4000'),
    bad,
  ),
  of(
    'pages of 64 KB in stage 2',
    '5.2: S2TG; 6.3: GRAN64K',
    words('0xd', '0x0', '0x40a405900000005', '0x4000'),
    bad,
  ),
  of(
    'S2S where nothing stalls',
    '5.2: S2S',
    words('0xd', '0x0', '0x60a005900000005', '0x4000'),
    bad,
  ),
  of(
    'an S2TTB beyond S2PS',
    '5.2: S2TTB',
    words('0xd', '0x0', '0x408005900000005', '0x100004000'),
    bad,
  ),
  of(
    'a context descriptor where no memory is',
    '7.3: F_CD_FETCH',
    entered('0xffffff000b'),
    configuration('externalOnContext', '0x9', '0x100000009', '0xffffff0000'),
  ),
  of(
    'a context descriptor that is not valid',
    '5.4: V',
    described('0x5620240000010'),
    badDescriptor,
  ),
  of('AA64 0', '5.4: AA64; 6.3: TTF', described('0x56002c0000010'), badDescriptor),
  of('T0SZ 15', '5.4: T0SZ', described('0x56202c000000f'), badDescriptor),
  of('T0SZ 40', '5.4: T0SZ', described('0x56202c0000028'), badDescriptor),
  of('pages of 64 KB', '5.4: TG0', described('0x56202c0000050'), badDescriptor),
  of('a TTB0 beyond IPS', '5.4: TTB0', described('0x56200c0000010', '0x100003000'), badDescriptor),
  of('big-endian tables', '5.4: ENDI; 6.3: TTENDIAN', described('0x56202c0008010'), badDescriptor),
  of(
    'HA where hardware writes no flags',
    '5.4: HA; 6.3: HTTU',
    described('0x56a02c0000010'),
    badDescriptor,
  ),
  of(
    'S where nothing stalls',
    '5.4: S; 6.3: STALL_MODEL',
    described('0x57202c0000010'),
    badDescriptor,
  ),
];
