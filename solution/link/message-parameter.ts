import { near } from '../nearest.ts';
import type { Near } from '../nearest.ts';
import type { PslType } from '../psl-type.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Environment, MessageShape } from './environment.ts';
import { accepts, unknownType } from './types.ts';

/** Where a parameter is that this message does not have: in another message, or of another method. */
const hintParameter = (
  name: string,
  { parameters, elsewhere }: MessageShape,
  all: readonly MessageShape[],
): { readonly hint?: string } & Partial<Near> => {
  const other = elsewhere?.get(name);
  if (other !== undefined) return { hint: `its ${other} has one` };
  const having = all.find((shape) => shape.parameters.has(name));
  if (having === undefined) return near(name, parameters.keys());
  return { hint: `${having.name} has one: select endpoint and method` };
};

/** A parameter of the message: it must be there whatever method the event is of. */
export const messageParameter = (environment: Environment, { text, at }: Name): PslType => {
  const message = environment.message();
  if (message === 'unknown') return unknownType;
  const without = message.find(({ parameters, open }) => !open && !parameters.has(text));
  if (without !== undefined) {
    const why = `${without.name} has no parameter "${text}"`;
    environment.report.error('PSL-017', at, why, hintParameter(text, without, message));
    return unknownType;
  }
  const types = message.map(({ parameters }) => parameters.get(text) ?? unknownType);
  const [first] = types;
  if (first === undefined) {
    environment.report.error(
      'PSL-017',
      at,
      `a start carries no message, and no parameter "${text}"`,
    );
    return unknownType;
  }
  const unreadable = types.find(({ kind }) => kind === 'unreadable');
  if (unreadable !== undefined) return unreadable;
  const others = types.filter((type) => !accepts(first, type) || !accepts(type, first));
  return others.length === 0 ? first : { kind: 'either', of: [first, ...others] };
};

/** What is meant by a name that is no variable here. */
export const hintVariable = (
  name: string,
  { message, variables }: Environment,
): { readonly hint?: string } & Partial<Near> => {
  if (name === 'dst_sid' && variables.has('src_sid')) {
    return { hint: 'a security query has no destination' };
  }
  const shapes = message();
  const isParameter = shapes !== 'unknown' && shapes.some(({ parameters }) => parameters.has(name));
  return isParameter ? { hint: `did you mean "message.${name}"?` } : near(name, variables.keys());
};
