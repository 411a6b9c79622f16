import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../../arch/document/architectures.ts';
import { readStandardInput } from '../read-standard-input.ts';
import { recording } from './test-command.ts';
import { walk } from './walk.ts';

const walking = (text: string, arch = 'x86_64') => {
  const { output, documents, said, told } = recording();
  const architecture = findArchitecture(arch);
  if (architecture === undefined) throw new Error(arch);
  const exit = walk(architecture, text, output);
  return { exit, document: documents[0], said, told };
};

const test = {
  name: 't1',
  base: '0x1000',
  memory: [{ addr: 0x1000, value: '0x1007' }],
  accesses: [{ va: '0x10', kind: 'load', privilege: 'user' }],
};
const documentOf = (...tests: readonly unknown[]) => JSON.stringify({ arch: 'x86_64', tests });

/** Codes and places of what is told of a document with one test. */
const toldOf = (...tests: readonly unknown[]): readonly string[] => {
  const { document, exit } = walking(documentOf(...tests));
  expect(exit).toBe(1);
  const { diagnostics } = document as { diagnostics: { code: string; message: string }[] };
  return diagnostics.map(({ code, message }) => `${code} ${message.split(':')[0] ?? ''}`);
};

describe('refmon walk', () => {
  it('answers with addresses, updates and faults, in hexadecimal texts [ARCH-3]', () => {
    const accesses = [
      ...test.accesses,
      { va: 0x1000, kind: 'store', privilege: 'kernel' },
      { va: '0x800000000000', kind: 'execute', privilege: 'user' },
    ];

    expect(walking(documentOf({ ...test, accesses }))).toMatchObject({
      exit: 0,
      document: {
        arch: 'x86_64',
        answers: [
          {
            name: 't1',
            accesses: [
              { ok: true, pa: '0x1010', updates: [{ addr: '0x1000', value: '0x1027' }] },
              { ok: false, fault: 'notPresent', raises: '#PF', code: '0x2', addr: '0x1000' },
              {
                ok: false,
                fault: 'nonCanonical',
                raises: '#GP',
                code: '0x0',
                addr: '0x800000000000',
              },
            ],
          },
        ],
      },
    });
  });

  it('leaves updates out where there are none, and makes each access on the words as given [ARCH-3]', () => {
    const memory = [{ addr: '0x1000', value: 0x1027 }];
    const accesses = [...test.accesses, ...test.accesses];

    expect(walking(documentOf({ ...test, memory, accesses })).document).toMatchObject({
      answers: [
        {
          accesses: [
            { ok: true, pa: '0x1010' },
            { ok: true, pa: '0x1010' },
          ],
        },
      ],
    });
    expect(walking(documentOf({ ...test, memory })).said.join('')).not.toContain('updates');
  });

  it('tells the level of a walk where the architecture does, and takes numbers for control [ARCH-3]', () => {
    const accesses = [...test.accesses, { va: '0x8000000000', kind: 'store', privilege: 'kernel' }];
    const tests = [{ ...test, control: { t0sz: 25, ips: '0x1' }, accesses }];
    const { exit, document } = walking(JSON.stringify({ arch: 'armv8', tests }), 'armv8');

    expect(exit).toBe(0);
    const raises = 'Data Abort';
    expect(document).toMatchObject({
      answers: [
        {
          accesses: [
            { ok: false, fault: 'accessFlag', raises, level: 3, code: '0x9200000b', addr: '0x10' },
            { ok: false, fault: 'notPresent', raises, level: 0, code: '0x96000044' },
          ],
        },
      ],
    });
  });

  it('takes control bits [ARCH-3]', () => {
    const accesses = [{ va: 16, kind: 'load', privilege: 'kernel' }];

    expect(
      walking(documentOf({ ...test, accesses, control: { smap: '0x1' } })).document,
    ).toMatchObject({ answers: [{ accesses: [{ ok: false, fault: 'permission', code: '0x1' }] }] });
  });

  it('takes a TLB in place of tables where software fills it [ARCH-3]', () => {
    const tlb = [{ entryHi: '0x402005', entryLo0: 0, entryLo1: '0x48d142', pageMask: 0 }];
    const accesses = [
      { va: '0x403abc', kind: 'load', privilege: 'user' },
      { va: '0x403abc', kind: 'store', privilege: 'user' },
      { va: '0x80000000', kind: 'store', privilege: 'user' },
    ];
    const tests = [{ name: 't', asid: 5, tlb, accesses }];

    expect(walking(JSON.stringify({ arch: 'mips32', tests }), 'mips32').document).toEqual({
      arch: 'mips32',
      answers: [
        {
          name: 't',
          accesses: [
            { ok: true, pa: '0x12345abc' },
            { ok: false, fault: 'modified', raises: 'TLB Modified', code: '0x4', addr: '0x403abc' },
            {
              ok: false,
              fault: 'addressError',
              raises: 'Address Error',
              code: '0x14',
              addr: '0x80000000',
            },
          ],
        },
      ],
    });
  });

  it('tells the level of a fault of ARM [ARCH-3]', () => {
    const tests = [{ ...test, memory: [] }];

    expect(walking(JSON.stringify({ arch: 'armv7', tests }), 'armv7').document).toMatchObject({
      answers: [{ accesses: [{ ok: false, fault: 'notPresent', code: '0x5', level: 1 }] }],
    });
  });

  it.each([
    [{ asid: 256 }, 'WLK-004 tests[0].asid'],
    [{ tlb: undefined }, 'WLK-003 tests[0].tlb'],
    [{ tlb: [7] }, 'WLK-003 tests[0].tlb[0]'],
    [{ tlb: [{ entryHi: 0, entryLo0: 0, entryLo1: 0 }] }, 'WLK-003 tests[0].tlb[0].pageMask'],
    [
      { tlb: [{ entryHi: 0, entryLo0: 0, entryLo1: 2 ** 32, pageMask: 0 }] },
      'WLK-004 tests[0].tlb[0].entryLo1',
    ],
  ])('tells what is wrong with a TLB: case %# [LANG-3]', (change, told) => {
    const tests = [{ name: 't', asid: 0, tlb: [], accesses: [], ...change }];
    const { document } = walking(JSON.stringify({ arch: 'mips32', tests }), 'mips32');

    expect(JSON.stringify(document)).toContain(`"code":"${told.split(' ')[0] ?? ''}"`);
    expect(JSON.stringify(document)).toContain(told.split(' ')[1] ?? '');
  });

  it.each([
    ['', 'WLK-001 1'],
    ['{"arch":\n"x86_64",}', 'WLK-001 2'],
    ['['.repeat(1000), 'WLK-002 1'],
    ['7', 'WLK-003 1'],
    ['{"arch":"x86","tests":[]}', 'WLK-005 1'],
  ])('tells what is wrong with %j, and where [LANG-3]', (text, told) => {
    expect(walking(text)).toMatchObject({ exit: 1, told: [told] });
  });

  it.each([
    [{ ...test, name: undefined }, 'WLK-003 tests[0].name'],
    [{ ...test, base: '0x1g' }, 'WLK-004 tests[0].base'],
    [{ ...test, base: -1 }, 'WLK-004 tests[0].base'],
    [{ ...test, base: 2 ** 53 }, 'WLK-004 tests[0].base'],
    [{ ...test, base: null }, 'WLK-003 tests[0].base'],
    [{ ...test, control: [] }, 'WLK-003 tests[0].control'],
    [{ ...test, control: { wq: 1 } }, 'WLK-006 tests[0].control.wq'],
    [{ ...test, control: { wp: 2 } }, 'WLK-006 tests[0].control.wp'],
    [{ ...test, memory: {} }, 'WLK-003 tests[0].memory'],
    [{ ...test, memory: [7] }, 'WLK-003 tests[0].memory[0]'],
    [{ ...test, memory: [{ addr: 4, value: 0 }] }, 'WLK-007 tests[0].memory[0].addr'],
    [{ ...test, memory: [{ addr: 2 ** 40, value: 0 }] }, 'WLK-004 tests[0].memory[0].addr'],
    [{ ...test, accesses: [{ ...test.accesses[0], va: '' }] }, 'WLK-004 tests[0].accesses[0].va'],
    [
      { ...test, accesses: [{ ...test.accesses[0], kind: 'write' }] },
      'WLK-003 tests[0].accesses[0].kind',
    ],
    [
      { ...test, accesses: [{ ...test.accesses[0], privilege: undefined }] },
      'WLK-003 tests[0].accesses[0].privilege',
    ],
  ])('tells what is wrong with a test, and which of its values: case %# [LANG-3]', (one, told) => {
    expect(toldOf(one)).toEqual([told]);
  });

  it('takes a word twice, but not two for one address [LANG-3]', () => {
    const twice = [test.memory[0], test.memory[0]];

    expect(walking(documentOf({ ...test, memory: twice })).exit).toBe(0);
    expect(toldOf({ ...test, memory: [...twice, { addr: '0x1000', value: 0 }] })).toEqual([
      'WLK-007 tests[0].memory[2]',
    ]);
  });

  it('tells of many faults the first, and how many more there are [LANG-3]', () => {
    const told = toldOf(...new Array<number>(10_000).fill(7));

    expect(told).toHaveLength(201);
    expect(told[0]).toBe('WLK-002 9800 more faults of the document are not told');
  });
});

describe('readStandardInput', () => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode('{"a":'));
    yield new TextEncoder().encode('1}');
  };

  it('reads to the end, and no more than it may [LANG-3]', async () => {
    expect(await readStandardInput(chunks(), 7)).toEqual({ kind: 'text', text: '{"a":1}' });
    expect(await readStandardInput(chunks(), 6)).toMatchObject({ kind: 'unreadable' });
  });
});
