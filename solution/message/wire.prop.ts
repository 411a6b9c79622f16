import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleId, sidOf } from '../../model/ids.ts';
import { isTagged, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType, Parameter } from '../data-type.ts';
import { completeMessage } from './complete.ts';
import { decodeMessage, decodeParts } from './decode.ts';
import type { DecodeParts, Decoded } from './decode.ts';
import { defaultOf } from './default.ts';
import { encodeMessage } from './encode.ts';
import { defaultLimits, readHeader, writeHeader } from './header.ts';
import type { MessageHeader } from './header.ts';
import { layOut } from './lay-out.ts';
import { alignUp } from './layout.ts';
import type { Layout, StructLayout } from './layout.ts';
import { viewOf } from './octets.ts';
import { placementReasons } from './placement.ts';
import type { Chunk } from './placement.ts';
import { writeFields } from './write-wire.ts';

const runs = { seed: 20260, numRuns: 1000 } as const;
/** Of bytes, many of which are refused early. */
const manyRuns = { seed: 20260, numRuns: 6000 } as const;

/** A message, and what it is a message of. */
interface Sent {
  readonly type: MessageType;
  readonly header: MessageHeader;
  readonly message: RecordValue;
}

/** What a property is about; a planted failure replaces a part. */
interface Codec {
  readonly encode: typeof encodeMessage;
  readonly decode: (type: MessageType, as: MessageHeader['as'], bytes: Uint8Array) => Decoded;
}

const decodeWith =
  (parts: DecodeParts): Codec['decode'] =>
  (type, as, bytes) =>
    decodeMessage(() => type, as === 'request' ? 'request' : 'answer', bytes, defaultLimits, parts);

const honest: Codec = { encode: encodeMessage, decode: decodeWith(decodeParts) };

// --- types and values ---------------------------------------------------------------------------

const named = (types: readonly DataType[]): readonly Parameter[] =>
  types.map((type, index) => ({ name: `f${String(index)}`, type }));

const leafType: fc.Arbitrary<DataType> = fc.oneof(
  fc.record({
    kind: fc.constant('integer' as const),
    bits: fc.constantFrom(8, 16, 32, 64),
    signed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('string' as const), limit: fc.nat(12) }),
  fc.record({ kind: fc.constant('bytes' as const), limit: fc.nat(12) }),
  fc.constant<DataType>({ kind: 'handle', interface: undefined }),
);

const dataType: fc.Arbitrary<DataType> = fc.letrec<{ type: DataType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leafType,
    fc.record({
      kind: fc.constant('array' as const),
      element: tie('type'),
      length: fc.nat(3),
    }),
    fc.record({
      kind: fc.constant('sequence' as const),
      element: tie('type'),
      limit: fc.nat(4),
    }),
    fc.array(tie('type'), { maxLength: 4 }).map((types): DataType => ({
      kind: 'struct',
      name: 'S',
      fields: named(types),
    })),
    fc
      .tuple(tie('type'), fc.array(tie('type'), { maxLength: 3 }))
      .map(([first, rest]): DataType => ({
        kind: 'union',
        name: 'U',
        members: [{ name: 'first', type: first }, ...named(rest)],
      })),
  ),
})).type;

/** As much of a text as `string<limit>` has room for. */
const cut = (text: string, limit: number): string => {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > limit) return kept;
    kept += character === '\0' ? '0' : character;
  }
  return kept;
};

const words = fc.oneof(fc.nat(8), fc.constantFrom(0xffff_fffe, 0x8000_0000), fc.nat(0xffff));
const rights = fc.oneof(words, fc.constant(0xffff_ffff));

const handleValue: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ kind: fc.constant('localHandle' as const), number: words.map(handleId), rights }),
  fc.record({ kind: fc.constant('handle' as const), sid: fc.constant(sidOf(0)), rights }),
);

const hexDigits = fc.nat(255).map((byte) => byte.toString(16).padStart(2, '0'));

/** Values of a type; fields may be omitted. */
const valueOf = (type: DataType): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case 'integer':
      return type.signed
        ? fc.bigInt({ min: -(2n ** BigInt(type.bits - 1)), max: 2n ** BigInt(type.bits - 1) - 1n })
        : fc.bigInt({ min: 0n, max: 2n ** BigInt(type.bits) - 1n });
    case 'string':
      return fc
        .string({ unit: 'binary', maxLength: type.limit })
        .map((text) => cut(text, type.limit));
    case 'bytes':
      return fc
        .array(hexDigits, { maxLength: type.limit })
        .map((digits) => ({ kind: 'bytes', hex: digits.join('') }));
    case 'array':
      return fc.array(valueOf(type.element), { minLength: type.length, maxLength: type.length });
    case 'sequence':
      return fc.array(valueOf(type.element), { maxLength: type.limit });
    case 'struct':
      return recordOf(type.fields);
    case 'union':
      return fc.oneof(
        ...type.members.map((member) =>
          valueOf(member.type).map((value): Value => ({
            kind: 'union',
            member: member.name,
            value,
          })),
        ),
      );
    case 'handle':
      return handleValue;
    case 'unmodelled':
      throw new Error('not generated');
  }
};

const recordOf = (fields: readonly Parameter[]): fc.Arbitrary<RecordValue> =>
  fc
    .tuple(...fields.map(({ type }) => fc.option(valueOf(type), { nil: undefined, freq: 8 })))
    .map((values) =>
      record(
        fields.flatMap(({ name }, index) => {
          const value = values[index];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
    );

const sent: fc.Arbitrary<Sent> = fc.array(dataType, { maxLength: 5 }).chain((types) => {
  const parameters = named(types);
  return fc.record({
    type: fc.constant({ parameters, open: false }),
    header: fc.record({
      riid: fc.nat(0xffff),
      mid: fc.nat(0xffff),
      as: fc.constantFrom('request' as const, 'response' as const, 'error' as const),
    }),
    message: recordOf(parameters),
  });
});

/** The message with what was omitted, by a way of its own. */
const filled = (type: DataType, value: Value | undefined): Value => {
  if (value === undefined) return defaultOf(type);
  if (typeof value !== 'object' || value === null) return value;
  if (!isTagged(value)) {
    if (type.kind !== 'array' && type.kind !== 'sequence') return value;
    return value.map((one) => filled(type.element, one));
  }
  if (value.kind === 'record' && type.kind === 'struct') {
    return record(
      type.fields.map((field) => [field.name, filled(field.type, value.fields.get(field.name))]),
    );
  }
  if (value.kind === 'union' && type.kind === 'union') {
    const member = type.members.find(({ name }) => name === value.member);
    return member === undefined ? value : { ...value, value: filled(member.type, value.value) };
  }
  return value;
};

const filledMessage = ({ type, message }: Sent): Value =>
  filled({ kind: 'struct', name: '', fields: type.parameters }, message);

/** The message as the engine sees it: an SID in the place of each number. */
const presented = (value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  if (!isTagged(value)) return value.map(presented);
  switch (value.kind) {
    case 'record':
      return presentedRecord(value);
    case 'union':
      return { ...value, value: presented(value.value) };
    case 'localHandle':
      return { kind: 'handle', sid: sidOf(1), rights: value.rights };
    default:
      return value;
  }
};

const presentedRecord = ({ fields }: RecordValue): RecordValue =>
  record([...fields].map(([name, value]) => [name, presented(value)]));

// --- other encodings ----------------------------------------------------------------------------

const layoutOf = (type: MessageType): StructLayout => {
  const result = layOut(type);
  if (result.kind === 'faulty') throw new Error(result.fault.why);
  return result.layout;
};

const encodedBy = (codec: Codec, { type, header, message }: Sent): Uint8Array => {
  const result = codec.encode(type, header, message);
  if (result.kind === 'faulty') throw new Error(`${result.fault.path}: ${result.fault.why}`);
  return result.bytes;
};

/** A chunk that has yet to be put into the arena. */
interface Waiting {
  readonly descriptor: number;
  readonly size: number;
  readonly alignment: number;
  readonly fill: (from: number) => void;
}

/**
 * A naive encoder, written apart from the other: bytes in a list, and the waiting chunks placed
 * oldest first (breadth first) or newest first (backwards), with `slack` bytes between them.
 */
const encodeOtherwise = (given: Sent, order: 'oldest' | 'newest', slack = 0): Uint8Array => {
  const layout = layoutOf(given.type);
  const { riid, mid, as } = given.header;
  const bytes: number[] = [];
  const waiting: Waiting[] = [];
  const put = (at: number, width: number, value: bigint): void => {
    for (let index = 0; index < width; index += 1) {
      bytes[at + index] = Number((value >> BigInt(8 * index)) & 0xffn);
    }
  };
  const later = (descriptor: number, of: readonly number[]): void => {
    if (of.length === 0) return;
    const fill = (from: number): void => {
      of.forEach((byte, index) => (bytes[from + index] = byte));
    };
    waiting.push({ descriptor, size: of.length, alignment: 1, fill });
  };
  const putTagged = (one: Layout, value: Value, at: number): void => {
    if (!isTagged(value)) return;
    if (value.kind === 'localHandle') put(at, 4, BigInt(value.number));
    if (value.kind === 'handle') put(at, 4, 0xffff_ffffn);
    if (value.kind === 'localHandle' || value.kind === 'handle') {
      put(at + 4, 4, BigInt(value.rights));
    }
    if (value.kind === 'bytes') later(at, [...Buffer.from(value.hex, 'hex')]);
    if (value.kind === 'record' && one.kind === 'struct') {
      for (const place of one.fields) {
        putValue(place.layout, value.fields.get(place.name) ?? null, at + place.offset);
      }
    }
    if (value.kind === 'union' && one.kind === 'union') {
      const tag = one.members.findIndex(({ name }) => name === value.member);
      put(at, 4, BigInt(tag));
      const member = one.members[tag];
      if (member !== undefined) putValue(member.layout, value.value, at + member.offset);
    }
  };
  const putList = (one: Layout, values: readonly Value[], at: number): void => {
    if (one.kind !== 'array' && one.kind !== 'sequence') return;
    const { element } = one;
    const fill = (from: number): void => {
      values.forEach((value, index) => {
        putValue(element, value, from + index * element.size);
      });
    };
    const { size, alignment } = element;
    if (one.kind === 'array') fill(at);
    else if (values.length > 0) {
      waiting.push({ descriptor: at, size: values.length * size, alignment, fill });
    }
  };
  const putValue = (one: Layout, value: Value, at: number): void => {
    if (typeof value === 'bigint') put(at, one.size, value);
    else if (typeof value === 'string') {
      later(at, value === '' ? [] : [...new TextEncoder().encode(value), 0]);
    } else if (typeof value !== 'object' || value === null) return;
    else if (isTagged(value)) putTagged(one, value, at);
    else putList(one, value, at);
  };
  put(0, 2, BigInt(riid));
  put(2, 2, BigInt(mid));
  put(4, 4, as === 'error' ? 1n : 0n);
  putValue(layout, filledMessage(given), 0);
  let end = 0;
  for (;;) {
    const next = order === 'oldest' ? waiting.shift() : waiting.pop();
    if (next === undefined) break;
    const offset = alignUp(end === 0 ? end : end + slack, next.alignment);
    put(next.descriptor, 4, BigInt(offset));
    put(next.descriptor + 4, 4, BigInt(next.size));
    next.fill(layout.size + offset);
    end = offset + next.size;
  }
  return Uint8Array.from({ length: layout.size + end }, (_, at) => bytes[at] ?? 0);
};

// --- hostile bytes ------------------------------------------------------------------------------

/** A change of bytes; places and values are taken modulo what there is. */
type Change =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'word'; readonly at: number; readonly value: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number }
  | { readonly kind: 'nudge'; readonly at: number; readonly by: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'append'; readonly bytes: readonly number[] };

const place = fc.nat(4096);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('word' as const),
    at: place,
    value: fc.oneof(fc.nat(64), fc.constantFrom(0, 1, 0xffff_ffff, 0x7fff_ffff)),
  }),
  fc.record({ kind: fc.constant('copy' as const), at: place, from: place }),
  fc.record({
    kind: fc.constant('nudge' as const),
    at: place,
    by: fc.constantFrom(-8, -4, -2, -1, 1, 2, 4, 8),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('append' as const),
    bytes: fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  }),
);

const changed = (bytes: Uint8Array, one: Change): Uint8Array => {
  if (one.kind === 'append') return Uint8Array.of(...bytes, ...one.bytes);
  if (one.kind === 'cut') return bytes.slice(0, one.at % (bytes.length + 1));
  const result = Uint8Array.from(bytes);
  if (bytes.length < 16) return result;
  if (one.kind === 'flip') {
    const at = one.at % bytes.length;
    result[at] = (bytes[at] ?? 0) ^ (1 << one.bit);
    return result;
  }
  const view = viewOf(result);
  const wordAt = (at: number): number => 4 * (at % Math.floor(bytes.length / 4));
  const at = wordAt(one.at);
  if (one.kind === 'word') view.setUint32(at, one.value, true);
  else if (one.kind === 'nudge') view.setUint32(at, view.getUint32(at, true) + one.by, true);
  else {
    view.setUint32(at, view.getUint32(wordAt(one.from), true), true);
  }
  return result;
};

/** Bytes that someone sends for a type: changed ones of a message, or any. */
interface Hostile {
  readonly type: MessageType;
  readonly as: MessageHeader['as'];
  readonly bytes: Uint8Array;
}

/** The same layout, with half the room: what its sender keeps to is too much for its reader. */
const tightened = (type: DataType): DataType => {
  const inner = (fields: readonly Parameter[]): readonly Parameter[] =>
    fields.map((field) => ({ ...field, type: tightened(field.type) }));
  switch (type.kind) {
    case 'string':
    case 'bytes':
      return { ...type, limit: Math.floor(type.limit / 2) };
    case 'sequence':
      return { ...type, limit: Math.floor(type.limit / 2), element: tightened(type.element) };
    case 'array':
      return { ...type, element: tightened(type.element) };
    case 'struct':
      return { ...type, fields: inner(type.fields) };
    default:
      return type;
  }
};

const tightenedMessage = ({ parameters }: MessageType): MessageType => ({
  parameters: parameters.map((one) => ({ ...one, type: tightened(one.type) })),
  open: false,
});

const hostile: fc.Arbitrary<Hostile> = sent.chain((one) =>
  fc.record({
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constant(one.type) },
      { weight: 1, arbitrary: fc.constant(tightenedMessage(one.type)) },
    ),
    as: fc.constant(one.header.as),
    bytes: fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(
            fc.constantFrom('oldest' as const, 'newest' as const),
            fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 4),
            fc.array(change, { maxLength: 3 }),
          )
          .map(([order, slack, changes]) =>
            changes.reduce(changed, encodeOtherwise(one, order, slack)),
          ),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.oneof(fc.constant(0), fc.nat(24)), { maxLength: 200 })
          .map((bytes) => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, ...bytes)),
      },
    ),
  }),
);

/** Values of no type in particular. */
const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }),
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 12 }),
    fc.boolean(),
    fc.constant(null),
    fc.record({
      kind: fc.constant('bytes' as const),
      hex: fc.constantFrom('', '0', '00', 'FF', 'zz', '00ff'),
    }),
    fc.record({
      kind: fc.constant('localHandle' as const),
      number: fc.constantFrom(0, -1, 0.5, Number.NaN, 2 ** 32, 0xffff_ffff, 7).map(handleId),
      rights: fc.constantFrom(0, -1, 0.5, Number.NaN, 2 ** 32, 0xffff_ffff),
    }),
    fc.record({
      kind: fc.constant('handle' as const),
      sid: fc.constantFrom(0, 1, 65535).map(sidOf),
      rights: fc.constantFrom(0, 0.5, 0xffff_ffff),
    }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .dictionary(fc.constantFrom('f0', 'f1', 'first', 'strange'), tie('value'))
      .map((fields): Value => record(Object.entries(fields))),
    fc.record({
      kind: fc.constant('union' as const),
      member: fc.constantFrom('first', 'f0', 'strange'),
      value: tie('value'),
    }),
  ),
})).value;

/** Messages in which some parameters are of their type, and some are whatever they are. */
const careless: fc.Arbitrary<Sent> = sent.chain((one) =>
  fc
    .tuple(...one.type.parameters.map(() => fc.option(anyValue, { nil: undefined, freq: 2 })))
    .map((values): Sent => {
      const given = one.type.parameters.map(({ name }, index) => {
        const value = values[index] ?? one.message.fields.get(name);
        return value === undefined ? [] : [[name, value] as const];
      });
      return { ...one, message: record(given.flat()) };
    }),
);

// --- laws ---------------------------------------------------------------------------------------

const law = <Case>(
  cases: fc.Arbitrary<Case>,
  chosen: { readonly seed: number; readonly numRuns: number },
  holds: (one: Case, codec: Codec) => void,
): ((codec: Codec) => void) => {
  const property = (codec: Codec) =>
    fc.property(cases, (one) => {
      holds(one, codec);
    });
  return (codec) => {
    fc.assert(property(codec), chosen);
  };
};

const roundTrip = law(sent, runs, (one, codec) => {
  const decoded = codec.decode(one.type, one.header.as, encodedBy(codec, one));

  expect(decoded).toEqual({
    kind: 'decoded',
    header: one.header,
    message: filledMessage(one),
  });
});

const anyOrder = law(
  fc.tuple(sent, fc.constantFrom('oldest' as const, 'newest' as const)),
  runs,
  ([one, order], codec) => {
    const decoded = codec.decode(one.type, one.header.as, encodeOtherwise(one, order));

    expect(decoded).toMatchObject({ kind: 'decoded', message: filledMessage(one) });
    if (decoded.kind !== 'decoded') return;
    const again = codec.encode(one.type, decoded.header, decoded.message);
    expect(again).toEqual({ kind: 'encoded', bytes: encodedBy(codec, one) });
  },
);

const total = law(hostile, manyRuns, ({ type, as, bytes }, codec) => {
  expect(['decoded', 'malformed']).toContain(codec.decode(type, as, bytes).kind);
});

const wellTyped = law(hostile, manyRuns, ({ type, as, bytes }, codec) => {
  const decoded = codec.decode(type, as, bytes);
  if (decoded.kind !== 'decoded') return;
  const message = presentedRecord(decoded.message);

  expect(completeMessage(type, message)).toEqual({ kind: 'complete', message });
});

/** The chunks of a message, in the order in which their descriptors are met. */
const chunksOf = ({ type, as, bytes }: Hostile): readonly Chunk[] => {
  let chunks: readonly Chunk[] = [];
  decodeWith({
    ...decodeParts,
    readFields: (reading, at, path, layout) => {
      chunks = reading.chunks;
      return decodeParts.readFields(reading, at, path, layout);
    },
  })(type, as, bytes);
  return chunks;
};

/** True if bytes differ from the canonical ones only as they may: in order, or by an empty text. */
const mayDiffer = (one: Hostile): boolean => {
  const chunks = chunksOf(one);
  const arena = layoutOf(one.type).size;
  const isAscending = chunks.every(
    ({ offset }, index) => offset >= (chunks[index - 1]?.offset ?? 0),
  );
  const isLoneZero = ({ offset, size }: Chunk): boolean =>
    size === 1 && one.bytes[arena + offset] === 0;
  return !isAscending || chunks.some(isLoneZero);
};

const canonical = law(hostile, manyRuns, (one, codec) => {
  const decoded = codec.decode(one.type, one.as, one.bytes);
  if (decoded.kind !== 'decoded') return;
  const { header, message } = decoded;
  const bytes = encodedBy(codec, { type: one.type, header, message });

  expect(codec.decode(one.type, header.as, bytes)).toEqual(decoded);
  if (!mayDiffer(one)) expect(bytes).toEqual(one.bytes);
});

const encodesAll = law(careless, runs, ({ type, header, message }, codec) => {
  const result = codec.encode(type, header, message);

  if (result.kind === 'faulty') expect(result.fault.why).not.toBe('');
  else expect(codec.decode(type, header.as, result.bytes).kind).toBe('decoded');
});

/** An encoder that spoils the bytes. */
const spoiling = (spoil: (bytes: Uint8Array) => Uint8Array): Codec => ({
  ...honest,
  encode: (...given) => {
    const result = encodeMessage(...given);
    return result.kind === 'encoded' ? { ...result, bytes: spoil(result.bytes) } : result;
  },
});

/** The layout of a type that allows more than the type does. */
const loosened = (layout: Layout): Layout => {
  switch (layout.kind) {
    case 'string':
    case 'bytes':
      return { ...layout, limit: 1000 };
    case 'sequence':
      return {
        ...layout,
        type: { ...layout.type, limit: 1000 },
        element: loosened(layout.element),
      };
    case 'struct':
      return loosenedStruct(layout);
    default:
      return layout;
  }
};

const loosenedStruct = (layout: StructLayout): StructLayout => ({
  ...layout,
  fields: layout.fields.map((one) => ({ ...one, layout: loosened(one.layout) })),
});

describe('the bytes of a message', () => {
  it('come back as the message that was written [TYPE-1]', () => {
    roundTrip(honest);
  });

  it('do not come back from an encoder that drops the last byte [TYPE-1] [GATE-1]', () => {
    expect(() => {
      roundTrip(spoiling((bytes) => bytes.slice(0, -1)));
    }).toThrow(/Counterexample/u);
  });

  it('do not come back from a decoder that swaps what it read [TYPE-1] [GATE-1]', () => {
    const reversing = decodeWith({
      ...decodeParts,
      readFields: (reading, at, path, layout) =>
        decodeParts.readFields(reading, at, path, {
          ...layout,
          fields: layout.fields.map((one, index, { length }) => ({
            ...one,
            name: `f${String(length - 1 - index)}`,
          })),
        }),
    });

    expect(() => {
      roundTrip({ ...honest, decode: reversing });
    }).toThrow(/Counterexample/u);
  });

  it('are read in any order of the chunks, and written again in one [TYPE-1]', () => {
    anyOrder(honest);
  });

  it('are found out where the order of the chunks is required [TYPE-1] [GATE-1]', () => {
    const strict = decodeWith({
      ...decodeParts,
      findMisplaced: (chunks, arena) => {
        const shuffled = chunks.find(
          ({ offset }, index) => offset < (chunks[index - 1]?.offset ?? 0),
        );
        return shuffled === undefined
          ? decodeParts.findMisplaced(chunks, arena)
          : { kind: 'faulty', fault: { path: shuffled.path, why: 'is out of order' } };
      },
    });

    expect(() => {
      anyOrder({ ...honest, decode: strict });
    }).toThrow(/Counterexample/u);
  });
});

describe('values of whatever type', () => {
  it('are written so that they can be read, or refused with a reason [TYPE-1]', () => {
    encodesAll(honest);
  });

  it('make an encoder fail that does not check them [TYPE-1] [GATE-1]', () => {
    const trusting: Codec['encode'] = (type, header, message) => {
      const layout = layoutOf(type);
      const bytes = new Uint8Array(layout.size);
      writeHeader(viewOf(bytes), header);
      writeFields(layout, message, { view: viewOf(bytes), at: 0 }, { segments: [], end: 0 });
      return { kind: 'encoded', bytes };
    };

    expect(() => {
      encodesAll({ ...honest, encode: trusting });
    }).toThrow(/Counterexample/u);
  });

  it('are written in part, and refused in part [TYPE-1]', () => {
    const outcomes = fc
      .sample(careless, runs)
      .map(({ type, header, message }) => encodeMessage(type, header, message).kind);

    expect(outcomes.filter((kind) => kind === 'encoded').length).toBeGreaterThan(200);
    expect(outcomes.filter((kind) => kind === 'faulty').length).toBeGreaterThan(200);
  });
});

describe('hostile bytes', () => {
  it('are decoded or malformed, and never fail otherwise [TYPE-2] [LANG-4]', () => {
    total(honest);
  });

  it('make a decoder fail that does not look at their length [TYPE-2] [GATE-1]', () => {
    const trusting: Codec['decode'] = (type, as, bytes) => {
      const view = viewOf(bytes);
      const headed = readHeader(view, as === 'request' ? 'request' : 'answer');
      if (headed.kind === 'faulty') return { ...headed, kind: 'malformed', header: undefined };
      const layout = layoutOf(type);
      const reading = { bytes, view, arena: layout.size, chunks: [], left: bytes.length };
      const read = decodeParts.readFields(reading, 0, '', layout);
      return read.kind === 'faulty'
        ? { ...read, kind: 'malformed', header: headed.header }
        : { kind: 'unknownMethod', header: headed.header };
    };

    expect(() => {
      total({ ...honest, decode: trusting });
    }).toThrow(/Counterexample/u);
  });

  it('are of their type where they are decoded [TYPE-1]', () => {
    wellTyped(honest);
  });

  it('are told not to be of their type by a decoder without limits [TYPE-1] [GATE-1]', () => {
    const loose = decodeWith({
      ...decodeParts,
      readFields: (reading, at, path, layout) =>
        decodeParts.readFields(reading, at, path, loosenedStruct(layout)),
    });

    expect(() => {
      wellTyped({ ...honest, decode: loose });
    }).toThrow(/Counterexample/u);
  });

  it('are the canonical ones where they are decoded, but for what may differ [TYPE-1]', () => {
    canonical(honest);
  });

  it('are found to differ where nobody looks at the chunks together [TYPE-1] [GATE-1]', () => {
    const blind = decodeWith({ ...decodeParts, findMisplaced: () => undefined });

    expect(() => {
      canonical({ ...honest, decode: blind });
    }).toThrow(/Counterexample/u);
  });

  it('come to a message, and to each reason to refuse them [TYPE-2]', () => {
    const reasons: Readonly<Record<string, RegExp>> = {
      header: /fewer than its header$/u,
      flags: /^has flags that no /u,
      constantPart: /fewer than its constant part$/u,
      ...Object.fromEntries(
        Object.entries(placementReasons).map(([name, why]) => [name, new RegExp(`^${why}$`, 'u')]),
      ),
      tag: /selects no member$/u,
      elements: /elements, at most/u,
      bytes: /bytes, at most/u,
      terminator: /^does not end in a zero byte$/u,
      zero: /^contains a zero byte$/u,
      utf8: /^is not valid UTF-8$/u,
    };
    const outcomes = fc.sample(hostile, { ...manyRuns, numRuns: 12_000 }).map((one) => {
      const decoded = honest.decode(one.type, one.as, one.bytes);
      if (decoded.kind !== 'malformed') return mayDiffer(one) ? 'otherOrder' : 'decoded';
      const { why } = decoded.fault;
      return Object.keys(reasons).find((name) => reasons[name]?.test(why)) ?? why;
    });
    const counted = new Map(
      [...Object.keys(reasons), 'decoded', 'otherOrder'].map((name) => [
        name,
        outcomes.filter((outcome) => outcome === name).length,
      ]),
    );

    expect([...counted].filter(([, times]) => times < 10)).toEqual([]);
    expect(outcomes.filter((outcome) => !counted.has(outcome))).toEqual([]);
    expect(counted.get('decoded')).toBeGreaterThan(1000);
  });
});
