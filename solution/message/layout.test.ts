import { describe, expect, it } from 'vitest';
import type { DataType, MessageType, Parameter } from '../data-type.ts';
import { layOut } from './lay-out.ts';
import type { Layout, StructLayout } from './layout.ts';

const unsigned = (bits: 8 | 16 | 32 | 64): DataType => ({ kind: 'integer', bits, signed: false });
const u8 = unsigned(8);
const u16 = unsigned(16);
const u64 = unsigned(64);
const text: DataType = { kind: 'string', limit: 7 };
const handle: DataType = { kind: 'handle', interface: undefined };

const named = (types: readonly DataType[]): readonly Parameter[] =>
  types.map((type, index) => ({ name: `f${String(index)}`, type }));

const struct = (...types: readonly DataType[]): DataType => ({
  kind: 'struct',
  name: 'S',
  fields: named(types),
});

const union = (first: DataType, ...rest: readonly DataType[]): DataType => ({
  kind: 'union',
  name: 'U',
  members: [{ name: 'first', type: first }, ...named(rest)],
});

const array = (element: DataType, length: number): DataType => ({ kind: 'array', element, length });
const sequence = (element: DataType, limit: number): DataType => ({
  kind: 'sequence',
  element,
  limit,
});

const messageOf = (...types: readonly DataType[]): MessageType => ({
  parameters: named(types),
  open: false,
});

const laidOut = (type: MessageType): StructLayout => {
  const result = layOut(type);
  if (result.kind === 'faulty') throw new Error(result.fault.why);
  return result.layout;
};

const layoutOf = (type: DataType): Layout => {
  const [place] = laidOut(messageOf(type)).fields;
  if (place === undefined) throw new Error('no parameter');
  return place.layout;
};

const offsetsOf = (type: DataType): readonly number[] => {
  const layout = layoutOf(type);
  return layout.kind === 'struct' ? layout.fields.map(({ offset }) => offset) : [];
};

/** A type that unfolds to 2⁶⁴ fields, of 64 structs. */
const doubled = Array.from({ length: 64 }).reduce<DataType>((inner) => struct(inner, inner), u8);

describe('layOut', () => {
  it.each<[string, DataType, number, number]>([
    ['an integer of 8 bits', u8, 1, 1],
    ['an integer of 16 bits', u16, 2, 2],
    ['an integer of 64 bits', u64, 8, 8],
    ['a text', text, 8, 4],
    ['bytes', { kind: 'bytes', limit: 100 }, 8, 4],
    ['a handle', handle, 8, 4],
    ['an array', array(u16, 3), 6, 2],
    ['an array of arrays', array(array(u64, 2), 3), 48, 8],
    ['an array of nothing', array(u64, 0), 8, 8],
    ['a sequence, whatever its elements', sequence(u64, 1000), 8, 4],
    ['a struct', struct(u8, u16, u8), 6, 2],
    ['a struct with a hole before its end', struct(u64, u8), 16, 8],
    ['a struct of nothing', struct(), 1, 1],
    ['a union', union(u8, u16), 8, 4],
    ['a union with an aligned member', union(u8, u64), 16, 8],
  ])('gives %s its size and alignment [TYPE-1]', (_, type, size, alignment) => {
    expect(layoutOf(type)).toMatchObject({ size, alignment });
  });

  it('places fields in their order, each where it can first be aligned [TYPE-1]', () => {
    expect(offsetsOf(struct(u8, u16, text, u8, u64))).toEqual([0, 2, 4, 12, 16]);
  });

  it('places every member of a union behind its tag [TYPE-1]', () => {
    const layout = layoutOf(union(u8, u64, text));

    expect(layout).toMatchObject({
      start: 8,
      members: [{ offset: 8 }, { offset: 8 }, { offset: 8 }],
    });
  });

  it('places parameters behind the header, and ends at a multiple of 8 [TYPE-1]', () => {
    const { fields, size } = laidOut(messageOf(u8, u16));

    expect(fields.map(({ offset }) => offset)).toEqual([8, 10]);
    expect(size).toBe(16);
    expect(laidOut(messageOf()).size).toBe(8);
  });

  it('refuses a message whose declaration is not known [TYPE-1]', () => {
    expect(layOut({ parameters: [], open: true })).toEqual({
      kind: 'faulty',
      fault: { path: '', why: 'its declaration is not known' },
    });
  });

  it('refuses a type whose declaration is not known, and says where it stands [TYPE-1]', () => {
    const type = messageOf(u8, sequence(struct({ kind: 'unmodelled', name: 'Strange' }), 3));

    expect(layOut(type)).toEqual({
      kind: 'faulty',
      fault: {
        path: 'f1[].f0',
        why: 'is of the type Strange: its declaration is not known',
      },
    });
  });

  it('lays out a type once however often it occurs, and counts what is too large as 2⁵² [LANG-4]', () => {
    expect(layoutOf(doubled)).toMatchObject({ size: 2 ** 52, alignment: 1 });
    expect(layoutOf(array(array(u64, 2 ** 40), 2 ** 40)).size).toBe(2 ** 52);
  });
});
