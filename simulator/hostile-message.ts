import { at } from '../model/defect.ts';
import { handleId } from '../model/ids.ts';
import { record } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import type { RandomStream } from './random.ts';

const integers = [
  0n,
  1n,
  -1n,
  127n,
  128n,
  255n,
  256n,
  65_536n,
  0x7fff_ffffn,
  0xffff_ffffn,
] as const;
const wide = [1n << 63n, (1n << 64n) - 1n, 1n << 64n, -(1n << 63n)] as const;
const texts = [
  '',
  'a',
  '\u0000',
  '\u202e',
  '../../',
  '%s%n',
  '\u{1f600}',
  'x'.repeat(300),
] as const;

const hexOf = (random: RandomStream): string =>
  Array.from({ length: random.below(24) }, () =>
    random.below(256).toString(16).padStart(2, '0'),
  ).join('');

type Make = (random: RandomStream, depth: number) => Value;

const handleOf: Make = (random) => ({
  kind: 'localHandle',
  number: handleId(random.below(80)),
  rights: random.below(0x1_0000_0000),
});

const scalars: readonly Make[] = [
  (random) => at(integers, random.below(integers.length)),
  (random) => at(wide, random.below(wide.length)),
  (random) => at(texts, random.below(texts.length)),
  (random) => random.below(2) === 1,
  () => null,
  (random) => ({ kind: 'bytes', hex: hexOf(random) }),
  handleOf,
];

const nested: readonly Make[] = [
  (random, depth) => Array.from({ length: random.below(5) }, () => anyValue(random, depth - 1)),
  (random, depth) => record([['a', anyValue(random, depth - 1)]]),
  (random, depth) => ({ kind: 'union', member: 'm', value: anyValue(random, depth - 1) }),
];

/** A value of any kind. */
const anyValue: Make = (random, depth) => {
  const makers = depth > 0 ? [...scalars, ...nested] : scalars;
  return at(makers, random.below(makers.length))(random, depth);
};

/** Deepest nesting of a value. */
const deepest = 3;

/**
 * A message as only an attacker sends it: values of every kind for the parameters that there are, some of
 * them left out, and now and then one that there is not.
 */
export const hostileMessage = (names: readonly string[], random: RandomStream): RecordValue => {
  const given = names.filter(() => random.below(8) > 0);
  const strange = random.below(4) === 0 ? ['nothing of the kind'] : [];
  return record([...given, ...strange].map((name) => [name, anyValue(random, deepest)] as const));
};
