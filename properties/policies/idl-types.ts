import { at } from '../../model/defect.ts';
import type { DataType, Parameter } from '../../solution/data-type.ts';
import { primitives } from '../../solution/link/primitives.ts';
import { chance, drawMany, pick, pickWeighted } from './draw.ts';
import type { Draw } from './draw.ts';

/** A type as IDL writes it, and what it means. */
export interface DrawnType {
  readonly text: string;
  readonly type: DataType;
}

/** A named parameter, as IDL writes it, and what it means. */
export interface DrawnParameter {
  readonly text: string;
  readonly parameter: Parameter;
}

/** The package that types are drawn for: their declarations are added to it. */
export interface TypePackage {
  /** Begins the names of its types: they differ from those of other packages. */
  readonly prefix: string;
  readonly interface: string;
  readonly declarations: string[];
}

type Kind = Exclude<DataType['kind'], 'unmodelled'>;

/** How often each kind of type is drawn. The compiler asks for all of them. */
const weights = {
  integer: 8,
  string: 3,
  handle: 3,
  struct: 2,
  union: 2,
  array: 2,
  sequence: 2,
  bytes: 1,
} as const satisfies Record<Kind, number>;

const scalarKinds: readonly Kind[] = ['integer', 'string', 'handle'];

const allKinds: readonly Kind[] = [
  ...scalarKinds,
  'struct',
  'union',
  'array',
  'sequence',
  'bytes',
] as const;

const integers = [...primitives].filter(([, type]) => type.kind === 'integer');

const drawInteger = (draw: Draw): DrawnType => {
  const [text, type] = pick(draw, integers);
  return { text, type };
};

const drawFields = (
  draw: Draw,
  within: TypePackage,
  least: number,
  depth: number,
): readonly DrawnParameter[] =>
  drawMany(draw, least, 3, (index) => {
    const { text, type } = drawType(draw, within, depth - 1);
    const name = `f${String(index)}`;
    return { text: `${text} ${name};`, parameter: { name, type } };
  });

const declare = (
  draw: Draw,
  within: TypePackage,
  kind: 'struct' | 'union',
  depth: number,
): DrawnType => {
  const fields = drawFields(draw, within, kind === 'union' ? 2 : 1, depth);
  const name = `${within.prefix}${String(within.declarations.length)}`;
  const lines = fields.map(({ text }) => `    ${text}\n`).join('');
  within.declarations.push(`${kind} ${name} {\n${lines}}\n`);
  const parameters = fields.map(({ parameter }) => parameter);
  const qualified = `${within.interface}.${name}`;
  if (kind === 'struct') {
    return { text: name, type: { kind, name: qualified, fields: parameters } };
  }
  const members = [at(parameters, 0), ...parameters.slice(1)] as const;
  return { text: name, type: { kind, name: qualified, members } };
};

const drawOfKind = (draw: Draw, kind: Kind, within: TypePackage, depth: number): DrawnType => {
  switch (kind) {
    case 'integer':
      return drawInteger(draw);
    case 'string':
    case 'bytes': {
      const limit = pick(draw, [8, 4, 16]);
      return { text: `${kind}<${String(limit)}>`, type: { kind, limit } };
    }
    case 'handle':
      return chance(draw, 30)
        ? {
            text: `handle<${within.interface}>`,
            type: { kind, interface: within.interface },
          }
        : { text: 'Handle', type: { kind, interface: undefined } };
    case 'array':
    case 'sequence': {
      const element = drawType(draw, within, depth - 1);
      const length = 1 + draw.below(3);
      const text = `${kind}<${element.text}, ${String(length)}>`;
      return kind === 'array'
        ? { text, type: { kind, element: element.type, length } }
        : { text, type: { kind, element: element.type, limit: length } };
    }
    case 'struct':
    case 'union':
      return declare(draw, within, kind, depth);
  }
};

/** A type of any kind, its parts no deeper than `depth` levels. */
export const drawType = (draw: Draw, within: TypePackage, depth: number): DrawnType => {
  const kinds = depth > 0 ? allKinds : scalarKinds;
  const kind = pickWeighted(
    draw,
    kinds.map((one) => [weights[one], one] as const),
  );
  return drawOfKind(draw, kind, within, depth);
};
