import { absurd } from '../../model/defect.ts';
import type { MessageFault } from '../../model/security.ts';
import type { DataType, MessageType, Parameter } from '../data-type.ts';
import { faulty } from './complete.ts';
import {
  alignUp,
  extent,
  headerSize,
  largest,
  messageAlignment,
  pairOfWords,
  tagSize,
} from './layout.ts';
import type { Layout, Place, StructLayout, UnionLayout } from './layout.ts';

/** The layout of a type, or the part of it that has none. */
export type LaidOut<Kind extends Layout = Layout> =
  | { readonly kind: 'laidOut'; readonly layout: Kind }
  | { readonly kind: 'faulty'; readonly fault: MessageFault };

const laidOut = <Kind extends Layout>(layout: Kind): LaidOut<Kind> => ({ kind: 'laidOut', layout });

/** Layouts made so far: a type that occurs often is laid out once. */
type Known = Map<DataType, Layout>;

type Placed =
  | { readonly kind: 'placed'; readonly places: readonly Place[]; readonly end: number }
  | Extract<LaidOut, { readonly kind: 'faulty' }>;

/** Places fields one after another, each at the next offset that it can be aligned to. */
const placeFields = (
  fields: readonly Parameter[],
  start: number,
  path: string,
  known: Known,
): Placed => {
  const places: Place[] = [];
  let end = start;
  for (const { name, type } of fields) {
    const one = layOutType(type, path === '' ? name : `${path}.${name}`, known);
    if (one.kind === 'faulty') return one;
    const offset = Math.min(alignUp(end, one.layout.alignment), largest);
    places.push({ name, offset, layout: one.layout });
    end = Math.min(offset + one.layout.size, largest);
  }
  return { kind: 'placed', places, end };
};

const alignmentOf = (places: readonly Place[], least: number): number =>
  places.reduce((widest, { layout }) => Math.max(widest, layout.alignment), least);

const layOutStruct = (
  fields: readonly Parameter[],
  { start, alignment }: { readonly start: number; readonly alignment: number },
  path: string,
  known: Known,
): LaidOut<StructLayout> => {
  const placed = placeFields(fields, start, path, known);
  if (placed.kind === 'faulty') return placed;
  const { places, end } = placed;
  return laidOut({
    kind: 'struct',
    start,
    fields: places,
    ...extent(end, alignmentOf(places, alignment)),
  });
};

const layOutUnion = (
  { members }: Extract<DataType, { readonly kind: 'union' }>,
  path: string,
  known: Known,
): LaidOut<UnionLayout> => {
  const placed: Place[] = [];
  for (const member of members) {
    const one = placeFields([member], 0, path, known);
    if (one.kind === 'faulty') return one;
    placed.push(...one.places);
  }
  const alignment = alignmentOf(placed, tagSize);
  const start = alignUp(tagSize, alignment);
  const widest = placed.reduce((most, { layout }) => Math.max(most, layout.size), 0);
  return laidOut({
    kind: 'union',
    start,
    members: placed.map((place) => ({ ...place, offset: start })),
    ...extent(start + widest, alignment),
  });
};

const layOutList = (
  type: Extract<DataType, { readonly kind: 'array' | 'sequence' }>,
  path: string,
  known: Known,
): LaidOut => {
  const one = layOutType(type.element, `${path}[]`, known);
  if (one.kind === 'faulty') return one;
  const { layout: element } = one;
  if (type.kind === 'sequence') return laidOut({ kind: 'sequence', element, type, ...pairOfWords });
  const { length } = type;
  return laidOut({
    kind: 'array',
    element,
    length,
    ...extent(length * element.size, element.alignment),
  });
};

const layOutAnew = (type: DataType, path: string, known: Known): LaidOut => {
  switch (type.kind) {
    case 'integer':
      return laidOut({ ...type, ...extent(type.bits / 8, type.bits / 8) });
    case 'string':
    case 'bytes':
    case 'handle':
      return laidOut({ ...type, ...pairOfWords });
    case 'array':
    case 'sequence':
      return layOutList(type, path, known);
    case 'struct':
      return layOutStruct(type.fields, { start: 0, alignment: 1 }, path, known);
    case 'union':
      return layOutUnion(type, path, known);
    case 'unmodelled':
      return faulty(path, `is of the type ${type.name}: its declaration is not known`);
    default:
      return absurd(type);
  }
};

const layOutType = (type: DataType, path: string, known: Known): LaidOut => {
  const found = known.get(type);
  if (found !== undefined) return laidOut(found);
  const one = layOutAnew(type, path, known);
  if (one.kind === 'laidOut') known.set(type, one.layout);
  return one;
};

/**
 * Lays out the constant part of a message.
 *
 * Refuses: a message, or a type anywhere within it, whose declaration is not known (C-06, C-45).
 */
export const layOut = (type: MessageType): LaidOut<StructLayout> =>
  type.open
    ? faulty('', 'its declaration is not known')
    : layOutStruct(
        type.parameters,
        { start: headerSize, alignment: messageAlignment },
        '',
        new Map(),
      );
