import { absurd } from '../../model/defect.ts';
import type { EventKind } from '../../model/security.ts';
import type { AnyModel } from '../../kss/security-model.ts';
import type { MethodSignature } from '../../solution/catalogue.ts';
import type { DataType, Parameter } from '../../solution/data-type.ts';
import { pslTypeOf } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Draw } from './draw.ts';

/** A policy object: its tree, which its model is asked about, and its text. */
export interface DrawnObject {
  readonly name: string;
  readonly model: AnyModel;
  readonly object: PolicyObject;
  /** Absent for an object that a package of the SDK declares. */
  readonly declaration: string | undefined;
}

/** Something of the message that an expression can read. */
export interface Readable {
  readonly text: string;
  readonly type: PslType;
}

/** A method of an object: what it yields, and how a call of it is written. */
export interface Callable {
  readonly of: DrawnObject;
  readonly method: string;
  readonly signature: MethodSignature;
  readonly yields: PslType | 'rule';
  /** Does the answer depend on what happened before? */
  readonly remembers: boolean;
  readonly write: (place: Place) => string;
}

/** What a rule may use where it stands. */
export interface Scope {
  readonly kind: EventKind;
  readonly readable: readonly Readable[];
  readonly calls: readonly Callable[];
}

/** Where an expression is written. */
export interface Place {
  readonly draw: Draw;
  readonly scope: Scope;
  /** How many levels of expressions may stand within it. */
  readonly depth: number;
}

/** The first elements; of a sequence they need not be there, and reading them fails. */
const readableElements = (text: string, element: DataType, length: number): readonly Readable[] =>
  Array.from({ length: Math.min(length, 2) }, (_, index) =>
    readableIn(`${text}.[${String(index)}]`, element),
  ).flat();

/** The places within a value of a type, itself included; contents of bytes cannot be read. */
const readableIn = (text: string, type: DataType): readonly Readable[] => {
  const self: Readable = { text, type: pslTypeOf(type) };
  const fieldsOf = (fields: readonly Parameter[]): readonly Readable[] =>
    fields.flatMap((field) => readableIn(`${text}.${field.name}`, field.type));
  switch (type.kind) {
    case 'bytes':
      return [];
    case 'integer':
    case 'string':
    case 'unmodelled':
      return [self];
    case 'handle':
      return [
        { text: `${text}.handle`, type: { kind: 'sid' } },
        { text: `${text}.rights`, type: { kind: 'integer' } },
      ];
    case 'struct':
      return [self, ...fieldsOf(type.fields)];
    case 'union':
      return [self, ...fieldsOf(type.members)];
    case 'array':
      return [self, ...readableElements(text, type.element, type.length)];
    case 'sequence':
      return [self, ...readableElements(text, type.element, type.limit)];
    default:
      return absurd(type);
  }
};

/** What can be read of a message with some parameters. */
export const readableOf = (parameters: readonly Parameter[]): readonly Readable[] =>
  parameters.flatMap(({ name, type }) => readableIn(`message.${name}`, type));
