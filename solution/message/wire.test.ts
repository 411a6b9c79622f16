import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handleId, sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import { catalogue } from '../../kss/catalogue.ts';
import type { DataType, MessageType } from '../data-type.ts';
import { load } from '../load.ts';
import type { ProcessClass } from '../solution.ts';
import { decodeMessage, decodeParts } from './decode.ts';
import type { Decoded } from './decode.ts';
import { encodeMessage } from './encode.ts';
import type { Encoded } from './encode.ts';
import { decodeForClass, findMessageType, findNumbered, findNumbers } from './numbering.ts';
import { placementReasons } from './placement.ts';
import type { Chunk } from './placement.ts';
import { findUtf8Text, writeTerminated } from './utf8.ts';

const page = readFileSync(new URL('../../spec/formats/message.md', import.meta.url), 'utf8');

const u8: DataType = { kind: 'integer', bits: 8, signed: false };
const u16: DataType = { kind: 'integer', bits: 16, signed: false };
const u64: DataType = { kind: 'integer', bits: 64, signed: false };
const text: DataType = { kind: 'string', limit: 4 };
const octets: DataType = { kind: 'bytes', limit: 4 };
const handle: DataType = { kind: 'handle', interface: undefined };
const list = (element: DataType, limit = 4): DataType => ({ kind: 'sequence', element, limit });
const struct = (fields: Readonly<Record<string, DataType>>): DataType => ({
  kind: 'struct',
  name: 'S',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});

const typeOf = (fields: Readonly<Record<string, DataType>>): MessageType => ({
  parameters: Object.entries(fields).map(([name, type]) => ({ name, type })),
  open: false,
});

const message = (fields: Readonly<Record<string, Value>>): RecordValue =>
  record(Object.entries(fields));

const local = (number: number, rights = 1): Value => ({
  kind: 'localHandle',
  number: handleId(number),
  rights,
});

const nothing = (rights = 0): Value => ({ kind: 'handle', sid: sidOf(0), rights });

const request = { riid: 0, mid: 0, as: 'request' } as const;

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/giu) ?? [], (digits) => Number.parseInt(digits, 16));

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** A request: the bytes behind its header. */
const requestOf = (hex: string): Uint8Array => bytesOf(`00000000 00000000 ${hex}`);

const word = (value: number): string => {
  const bytes = [value, value >>> 8, value >>> 16, value >>> 24].map((byte) => byte & 0xff);
  return hexOf(Uint8Array.from(bytes));
};

/** A descriptor. */
const chunk = (offset: number, size: number): string => `${word(offset)} ${word(size)}`;

const encoded = (type: MessageType, given: RecordValue): string => {
  const result = encodeMessage(type, request, given);
  if (result.kind === 'faulty') throw new Error(`${result.fault.path}: ${result.fault.why}`);
  return hexOf(result.bytes.subarray(8));
};

const decode = (type: MessageType, hex: string): Decoded =>
  decodeMessage(() => type, 'request', requestOf(hex));

const decodedFields = (type: MessageType, hex: string): unknown => {
  const result = decode(type, hex);
  return result.kind === 'decoded' ? Object.fromEntries(result.message.fields) : result;
};

const fault = (result: Decoded | Encoded): string =>
  result.kind === 'malformed' || result.kind === 'faulty'
    ? `${result.fault.path}: ${result.fault.why}`
    : result.kind;

describe('the example of the page', () => {
  const idl = /```\n(package wire\.Log\n[^`]*)```/u.exec(page)?.[1] ?? '';

  const server = ((): ProcessClass => {
    const { solution, diagnostics } = load(
      {
        name: 'wire',
        files: new Map([
          ['wire/Log.idl', idl],
          ['wire/Store.cdl', 'component wire.Store\nendpoints { log : wire.Log }'],
          [
            'wire/Server.edl',
            'task class wire.Server\ncomponents { store : wire.Store }\nendpoints { own : wire.Log }',
          ],
          ['security.psl', 'execute: kl.core.Execute\nuse EDL Einit\nuse EDL wire.Server'],
          ['init.yaml', 'entities:\n- name: wire.Server\n'],
        ]),
      },
      catalogue,
    );
    const found = solution?.classes.get('wire.Server');
    if (found === undefined) throw new Error(JSON.stringify(diagnostics));
    return found;
  })();

  const rows = [...page.matchAll(/^\| (?<at>\d+) +\| (?<hex>(?:[0-9A-F]{2} ?)+) *\|/gmu)].map(
    ({ groups }) => ({ at: Number(groups?.['at']), bytes: bytesOf(groups?.['hex'] ?? '') }),
  );
  const drawn = Uint8Array.from(rows.flatMap(({ bytes }) => [...bytes]));

  const reading = (sensor: bigint, value: bigint): RecordValue => message({ sensor, value });
  const report = message({
    count: 2n,
    name: 'Öle',
    items: [reading(1n, 500n), reading(2n, 65535n)],
    log: local(3, 0x1_0001),
  });

  it('draws its bytes without a gap [TYPE-1]', () => {
    const ends = rows.map(({ at, bytes }) => at + bytes.length);

    expect(rows.map(({ at }) => at)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(54);
  });

  it('is what the encoder writes [TYPE-1]', () => {
    const numbers = findNumbers(server, 'store.log', 'Report') ?? { riid: -1, mid: -1 };
    const header = { ...numbers, as: 'request' } as const;
    const type = findMessageType(server, header) ?? typeOf({});

    expect(encodeMessage(type, header, report)).toEqual({ kind: 'encoded', bytes: drawn });
  });

  it('is what the decoder reads by the numbers of the class [TYPE-1]', () => {
    expect(decodeForClass(server, 'request', drawn)).toEqual({
      kind: 'decoded',
      header: { riid: 1, mid: 1, as: 'request' },
      message: report,
    });
  });

  it('numbers endpoints depth first, the own ones first, and methods within [CMP-1]', () => {
    const names = [0, 1, 2].map((riid) => findNumbered(server, { riid, mid: 1 })?.endpoint.name);

    expect(names).toEqual(['own', 'store.log', undefined]);
    expect(findNumbered(server, { riid: 0, mid: 0 })?.method.name).toBe('Flush');
    expect(findNumbered(server, { riid: 0, mid: 2 })).toBeUndefined();
    expect(findNumbers(server, 'own', 'Strange')).toBeUndefined();
    expect(findNumbers(server, 'strange', 'Flush')).toBeUndefined();
  });

  it('tells numbers of no method apart from malformed bytes [TYPE-2]', () => {
    expect(decodeForClass(server, 'request', bytesOf('0200 0000 00000000'))).toEqual({
      kind: 'unknownMethod',
      header: { riid: 2, mid: 0, as: 'request' },
    });
  });
});

describe('encodeMessage', () => {
  it('writes what is omitted as its default [TYPE-1]', () => {
    const type = typeOf({ a: u8, b: text, c: handle, d: list(u8) });

    expect(encoded(type, message({}))).toBe(
      ['00 00 00 00', chunk(0, 0), 'ff ff ff ff 00 00 00 00', chunk(0, 0), '00 00 00 00'].join(' '),
    );
  });

  it('writes a signed integer in two’s complement [TYPE-1]', () => {
    const type = typeOf({ a: { kind: 'integer', bits: 64, signed: true } });

    expect(encoded(type, message({ a: -2n }))).toBe('fe ff ff ff ff ff ff ff');
  });

  it('writes the chunks of an element before those of the next [TYPE-1]', () => {
    const type = typeOf({ a: list(list(u8)), b: octets });
    const given = message({ a: [[1n], [2n, 3n]], b: { kind: 'bytes', hex: 'ff' } });

    expect(encoded(type, given)).toBe(
      [chunk(0, 16), chunk(19, 1), chunk(16, 1), chunk(17, 2), '01 02 03 ff'].join(' '),
    );
  });

  it('marks an error response and no other message [TYPE-3]', () => {
    const flagsOf = (as: 'request' | 'response' | 'error'): string => {
      const result = encodeMessage(typeOf({}), { riid: 0, mid: 0, as }, message({}));
      return result.kind === 'encoded' ? hexOf(result.bytes) : result.fault.why;
    };

    expect(flagsOf('request')).toBe('00 00 00 00 00 00 00 00');
    expect(flagsOf('response')).toBe('00 00 00 00 00 00 00 00');
    expect(flagsOf('error')).toBe('00 00 00 00 01 00 00 00');
  });

  it('takes a record of one field for a union, as completion does [TYPE-1]', () => {
    const type = typeOf({
      u: {
        kind: 'union',
        name: 'U',
        members: [
          { name: 'a', type: u8 },
          { name: 'h', type: handle },
        ],
      },
    });
    const given = message({ u: message({ h: local(7) }) });

    expect(encoded(type, given)).toBe('01 00 00 00 07 00 00 00 01 00 00 00 00 00 00 00');
  });

  it.each<[string, DataType, Value, string]>([
    ['an integer out of range', u8, 256n, 'p: 256 is out of the range of UInt8'],
    ['a lone surrogate', text, '\ud800', 'p: is not valid Unicode'],
    ['a zero in a text', text, 'a\0', 'p: contains a zero byte'],
    ['too many elements', list(u8), [1n, 1n, 1n, 1n, 1n], 'p: has 5 elements, at most 4 fit'],
    ['null', u8, null, 'p: is not an integer'],
    [
      'a handle that carries an SID',
      handle,
      { kind: 'handle', sid: sidOf(3), rights: 1 },
      'p: is not a number of its sender, but an SID',
    ],
    ['a number that no table has', handle, local(0xffff_ffff), 'p: has a number that no table has'],
    ['a number that is a fraction', handle, local(0.5), 'p: has a number that no table has'],
    ['a number below zero', handle, local(-1), 'p: has a number that no table has'],
    ['rights that are a fraction', handle, local(1, 0.5), 'p.rights: is not a UInt32'],
    ['rights of nothing that are none', handle, nothing(-1), 'p.rights: is not a UInt32'],
    ['a handle within a text', text, local(1), 'p: is not a text'],
    [
      'an SID deep within',
      list(struct({ h: handle })),
      [message({ h: { kind: 'handle', sid: sidOf(9), rights: 0 } })],
      'p[0].h: is not a number of its sender, but an SID',
    ],
    [
      'a type that is not known',
      { kind: 'unmodelled', name: 'T' },
      1n,
      'p: is of the type T: its declaration is not known',
    ],
  ])('refuses %s [TYPE-1]', (_, type, value, expected) => {
    const result = encodeMessage(typeOf({ p: type }), request, message({ p: value }));

    expect(fault(result)).toBe(expected);
  });

  it('refuses a message whose declaration is not known [TYPE-1]', () => {
    const result = encodeMessage({ parameters: [], open: true }, request, message({}));

    expect(fault(result)).toBe(': its declaration is not known');
  });

  it('refuses numbers that are no UInt16 [TYPE-1]', () => {
    const withHeader = (riid: number, mid: number): string =>
      fault(encodeMessage(typeOf({}), { riid, mid, as: 'request' }, message({})));

    expect(withHeader(65536, 0)).toBe(': its RIID 65536 is out of the range of UInt16');
    expect(withHeader(0, -1)).toBe(': its MID -1 is out of the range of UInt16');
    expect(withHeader(0, 0.5)).toBe(': its MID is not an integer');
  });

  it('refuses a message beyond the limit, and takes one that reaches it [TYPE-1]', () => {
    const given = message({ p: 'abc' });
    const within = (bytes: number): string =>
      fault(encodeMessage(typeOf({ p: text }), request, given, { bytes }));

    expect(within(20)).toBe('encoded');
    expect(within(19)).toBe(': has 20 bytes, at most 19 fit');
    expect(within(15)).toBe(': its constant part has 16 bytes, at most 15 fit');
  });

  it('refuses to fill in defaults beyond the limit [LANG-4]', () => {
    const huge = struct({ a: { kind: 'array', element: u8, length: 2 ** 40 } });
    const given = message({ p: [message({})] });

    const constant = encodeMessage(typeOf({ p: huge }), request, message({}));
    const element = encodeMessage(typeOf({ p: list(huge) }), request, given);

    expect(fault(constant)).toMatch(/^: its constant part has \d+ bytes, at most 16777216 fit$/);
    expect(fault(element)).toBe('p: does not fit: at most 16777216 bytes do');
  });
});

describe('decodeMessage', () => {
  const pair = typeOf({ a: octets, b: octets });
  const descriptors = (left: string, right: string): string => `${left} ${right}`;

  it('takes chunks in any order [TYPE-1]', () => {
    const hex = `${descriptors(chunk(1, 2), chunk(0, 1))} 03 01 02`;

    expect(decodedFields(pair, hex)).toEqual({
      a: { kind: 'bytes', hex: '0102' },
      b: { kind: 'bytes', hex: '03' },
    });
  });

  it('takes an empty text without a zero and with one [TYPE-1]', () => {
    expect(decodedFields(typeOf({ p: text }), chunk(0, 0))).toEqual({ p: '' });
    expect(decodedFields(typeOf({ p: text }), `${chunk(0, 1)} 00`)).toEqual({ p: '' });
  });

  it('gives handles as numbers of the sender, and the handle of nothing [TYPE-1]', () => {
    const type = typeOf({ a: handle, b: handle });

    expect(decodedFields(type, 'ffffffff 05000000 00000000 01000080')).toEqual({
      a: nothing(5),
      b: local(0, 0x8000_0001),
    });
  });

  it.each<[string, Readonly<Record<string, DataType>>, string, string]>([
    ['a chunk outside of the arena', { p: octets }, `${chunk(1, 1)} ff`, placementReasons.outside],
    ['a chunk that is too long', { p: octets }, `${chunk(0, 2)} ff`, placementReasons.outside],
    [
      'a chunk beyond all memory',
      { p: octets },
      `${chunk(0xffff_ffff, 0xffff_ffff)} ff`,
      placementReasons.outside,
    ],
    [
      'a chunk that is not aligned',
      { p: list(u16) },
      `${chunk(1, 2)} 00 0100`,
      placementReasons.misaligned,
    ],
    ['a part of an element', { p: list(u16) }, `${chunk(0, 3)} 010001`, placementReasons.broken],
    ['an empty chunk somewhere', { p: octets }, chunk(1, 0), placementReasons.empty],
    ['a gap', { p: octets }, `${chunk(1, 1)} 00 ff`, placementReasons.gap],
    ['more than N bytes', { p: octets }, `${chunk(0, 5)} 0102030405`, 'has 5 bytes, at most 4 fit'],
    [
      'a text of more than N bytes',
      { p: text },
      `${chunk(0, 6)} 313233343500`,
      'has 5 bytes, at most 4 fit',
    ],
    ['a text without its zero', { p: text }, `${chunk(0, 2)} 3132`, 'does not end in a zero byte'],
    ['a text with a zero within', { p: text }, `${chunk(0, 3)} 310000`, 'contains a zero byte'],
    ['a text that is not UTF-8', { p: text }, `${chunk(0, 3)} c08000`, 'is not valid UTF-8'],
    [
      'too many elements',
      { p: list(u8) },
      `${chunk(0, 5)} 0101010101`,
      'has 5 elements, at most 4 fit',
    ],
  ])('refuses %s [TYPE-1]', (_, fields, hex, expected) => {
    expect(fault(decode(typeOf(fields), hex))).toBe(`p: ${expected}`);
  });

  it('refuses chunks that overlap, and says which [TYPE-1]', () => {
    const overlapping = `${descriptors(chunk(0, 2), chunk(1, 2))} 010203 04`;

    expect(fault(decode(pair, overlapping))).toBe(`b: ${placementReasons.overlap}`);
  });

  it('refuses a gap between chunks, however small [TYPE-1]', () => {
    expect(fault(decode(pair, `${descriptors(chunk(0, 1), chunk(2, 1))} 01 00 02`))).toBe(
      `b: ${placementReasons.gap}`,
    );
  });

  it('refuses bytes after the last chunk [TYPE-1]', () => {
    expect(fault(decode(pair, `${descriptors(chunk(0, 1), chunk(0, 0))} 01 00`))).toBe(
      `: ${placementReasons.trailing}`,
    );
    expect(fault(decode(typeOf({}), '00'))).toBe(`: ${placementReasons.trailing}`);
  });

  it('refuses padding that is not zero, wherever it is [TYPE-1]', () => {
    const union: DataType = {
      kind: 'union',
      name: 'U',
      members: [
        { name: 'a', type: u8 },
        { name: 'b', type: u64 },
      ],
    };
    const filled = [
      decode(typeOf({ a: u8, b: u16 }), '01 01 0000 00000000'),
      decode(typeOf({ a: u8 }), '01 00000000 000001'),
      decode(typeOf({ p: union }), '00000000 01000000 0100000000000000'),
      decode(typeOf({ p: union }), '00000000 00000000 0100000000000001'),
      decode(typeOf({ p: struct({}) }), '01 00000000000000'),
      decode(typeOf({ p: { kind: 'array', element: u8, length: 0 } }), '01 00000000000000'),
      decode(typeOf({ a: octets, p: list(u16) }), `${chunk(0, 1)} ${chunk(2, 2)} 01 01 0100`),
    ];

    expect(filled.map(fault)).toEqual(
      ['', '', 'p', 'p', 'p', 'p', 'p'].map((path) => `${path}: ${placementReasons.padding}`),
    );
  });

  it('refuses a tag that selects no member [TYPE-1]', () => {
    const union: DataType = { kind: 'union', name: 'U', members: [{ name: 'a', type: u8 }] };

    expect(fault(decode(typeOf({ p: union }), '01000000 00000000'))).toBe(
      'p: its tag 1 selects no member',
    );
  });

  it('refuses bytes that end too soon, and too many of them [TYPE-1]', () => {
    const find = (): MessageType => typeOf({ p: u64 });
    const decodeFirst = (length: number, bytes = 64): string =>
      fault(decodeMessage(find, 'request', new Uint8Array(length), { bytes }));

    expect(decodeFirst(0)).toBe(': has 0 bytes, fewer than its header');
    expect(decodeFirst(7)).toBe(': has 7 bytes, fewer than its header');
    expect(decodeFirst(15)).toBe(': has 15 bytes, fewer than its constant part');
    expect(decodeFirst(16)).toBe('decoded');
    expect(decodeFirst(16, 15)).toBe(': has 16 bytes, at most 15 fit');
  });

  it('reads the flag of an answer alone, and refuses all others [TYPE-3]', () => {
    const flagged = (direction: 'request' | 'answer', flags: number): string => {
      const bytes = bytesOf(`00000000 ${word(flags)}`);
      const result = decodeMessage(() => typeOf({}), direction, bytes);
      return result.kind === 'decoded' ? result.header.as : fault(result);
    };

    expect(flagged('request', 0)).toBe('request');
    expect(flagged('answer', 0)).toBe('response');
    expect(flagged('answer', 1)).toBe('error');
    expect(flagged('request', 1)).toBe(': has flags that no request has');
    expect(flagged('answer', 2)).toBe(': has flags that no answer has');
  });

  it('refuses a type that is not known, and tells the header [TYPE-1]', () => {
    const bytes = requestOf('00');

    expect(decodeMessage(() => ({ parameters: [], open: true }), 'request', bytes)).toEqual({
      kind: 'malformed',
      header: request,
      fault: { path: '', why: 'its declaration is not known' },
    });
  });

  it('reads bytes that lie within a larger buffer [TYPE-1]', () => {
    const around = Uint8Array.of(9, 9, ...requestOf(`${chunk(0, 1)} 07`), 9, 9);
    const result = decodeMessage(() => typeOf({ p: octets }), 'request', around.subarray(2, -2));

    expect(result).toMatchObject({ kind: 'decoded' });
  });
});

describe('hostile descriptors', () => {
  const nested = (depth: number): DataType =>
    depth === 0 ? u8 : list(nested(depth - 1), 1_000_000);

  /** Decodes, and counts the bytes of chunks that were read. */
  const measured = (type: MessageType, bytes: Uint8Array) => {
    let chunks: readonly Chunk[] = [];
    const result = decodeMessage(() => type, 'request', bytes, undefined, {
      ...decodeParts,
      readFields: (reading, at, path, layout) => {
        chunks = reading.chunks;
        return decodeParts.readFields(reading, at, path, layout);
      },
    });
    return { why: fault(result), read: chunks.reduce((sum, { size }) => sum + size, 0) };
  };

  /** Bytes that are one descriptor, again and again. */
  const repeated = (length: number, offset: number, size: number): Uint8Array => {
    const bytes = new Uint8Array(16 + length);
    const view = new DataView(bytes.buffer);
    for (let at = 8; at + 8 <= bytes.length; at += 8) {
      view.setUint32(at, offset, true);
      view.setUint32(at + 4, size, true);
    }
    return bytes;
  };

  it('are read once each at most, though sequences within sequences share one chunk [LANG-4]', () => {
    const arena = 800_000;

    const { why, read } = measured(typeOf({ p: nested(12) }), repeated(arena, 0, arena));

    expect(why).toBe(`p[0]: ${placementReasons.overlap}`);
    expect(read).toBeLessThanOrEqual(arena);
  });

  it('are told to overlap when thousands name one small chunk [LANG-4]', () => {
    const arena = 800_000;
    const bytes = repeated(arena, arena / 2, 8);
    const view = new DataView(bytes.buffer);
    view.setUint32(8, 0, true);
    view.setUint32(12, arena / 2, true);

    const one: DataType = { kind: 'bytes', limit: 8 };
    const { why, read } = measured(typeOf({ p: list(one, 1_000_000) }), bytes);

    expect(why).toBe(`p[1]: ${placementReasons.overlap}`);
    expect(read).toBe(arena);
  });

  it('are told to overlap when they name the chunk that they lie in [LANG-4]', () => {
    const { why } = measured(typeOf({ p: nested(2) }), repeated(16, 0, 8));

    expect(why).toBe(`p[0]: ${placementReasons.overlap}`);
  });
});

describe('findUtf8Text', () => {
  it.each([
    ['an overlong zero', 'c080'],
    ['an overlong solidus', 'e080af'],
    ['an overlong text of four bytes', 'f08080af'],
    ['a low surrogate', 'edb080'],
    ['a high surrogate', 'eda080'],
    ['more than U+10FFFF', 'f4908080'],
    ['a first byte that none is', 'f8888080 80'],
    ['a continuation without a first byte', '80'],
    ['a text that is cut off', 'e282'],
    ['a first byte in place of a continuation', 'c3c3'],
  ])('refuses %s [TYPE-1]', (_, hex) => {
    expect(findUtf8Text(bytesOf(hex))).toBeUndefined();
  });

  it('agrees with the platform on the first and last text of each length [TYPE-1]', () => {
    const points = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff];
    const text = String.fromCodePoint(...points).repeat(1000);
    const bytes = new TextEncoder().encode(text);

    expect(findUtf8Text(bytes)).toBe(text);
    expect(writeTerminated(text)).toEqual(Uint8Array.of(...bytes, 0));
  });
});
