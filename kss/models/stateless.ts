import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { SecurityModel } from '../security-model.ts';

/** A model that keeps nothing. */
export type Stateless = Pick<SecurityModel<null>, 'initial' | 'release' | 'encode' | 'describe'>;

export const stateless: Stateless = {
  initial: () => null,
  release: () => null,
  encode: () => undefined,
  describe: () => null,
};

/** Objects of a model without parameters must be written `{}`. */
export const noParameters = ({ parameters }: PolicyObject): readonly ConfigurationFault[] =>
  parameters.map(({ at }) => ({ at, message: 'objects of this model have no parameters' }));

export const rule = (argument: PslType): MethodSignature => ({
  argument: () => argument,
  yields: 'rule',
});

export const expression = (argument: PslType, yields: PslType): MethodSignature => ({
  argument: () => argument,
  yields: () => yields,
});

export const either = (...of: readonly PslType[]): PslType => ({ kind: 'either', of });

export const dictionary = (fields: Readonly<Record<string, PslType>>): PslType => ({
  kind: 'dictionary',
  fields: new Map(Object.entries(fields)),
});

export const listOf = (element: PslType): PslType => ({ kind: 'list', element });
