import type { Value } from '../../model/value.ts';
import { integerType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import { denied, failed, yielded } from '../security-model.ts';
import type { Switches } from '../../spec/switches.ts';
import type { SecurityModel, Yielded } from '../security-model.ts';
import { isList } from '../values.ts';
import { expression, listOf, noParameters, stateless } from './stateless.ts';

const least = -(1n << 63n);
const greatest = (1n << 64n) - 1n;

/** What becomes of the result of a calculation. */
export type Bound = (value: bigint) => Yielded;

/** An integer in −2⁶³ … 2⁶⁴−1; outside of it the calculation fails (C-26). */
const inRange: Bound = (value) =>
  value >= least && value <= greatest ? yielded(value) : failed('the result is out of range');

/** Modulo 2⁶⁴: what is too great as unsigned, what is too small as signed (C-26, the other way). */
const wrapped: Bound = (value) =>
  yielded(
    value > greatest ? BigInt.asUintN(64, value) : value < least ? BigInt.asIntN(64, value) : value,
  );

/** What a result outside of −2⁶³ … 2⁶⁴−1 comes to under a reading (C-26). */
export const boundOf = ({ overflow }: Pick<Switches, 'overflow'>): Bound =>
  overflow === 'fails' ? inRange : wrapped;

const fold = (
  argument: Value,
  start: bigint,
  join: (left: bigint, right: bigint) => bigint,
  bound: Bound,
): Yielded => {
  if (!isList(argument)) return failed('the argument is not a list');
  let result = start;
  for (const element of argument) {
    if (typeof element !== 'bigint') return failed('an element is not an integer');
    const next = bound(join(result, element));
    if (next.kind === 'failed' || typeof next.value !== 'bigint') return next;
    result = next.value;
  }
  return yielded(result);
};

/** Casts widen only: the value must fit the narrower kinds that the cast takes. */
const casts: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['uint16', [0n, 0xffffn]],
  ['uint32', [0n, 0xffff_ffffn]],
  ['uint64', [0n, greatest]],
  ['sint16', [-0x8000n, 0x7fffn]],
  ['sint32', [-0x8000_0000n, 0x7fff_ffffn]],
  ['sint64', [least, (1n << 63n) - 1n]],
]);

const ofInteger = (method: string, value: bigint, bound: Bound): Yielded => {
  if (method === 'neg') return bound(-value);
  if (method === 'abs') return bound(value < 0n ? -value : value);
  const [low, high] = casts.get(method) ?? [0n, 0n];
  return value >= low && value <= high ? yielded(value) : failed(`the value is no ${method}`);
};

/** Integers that are known to fit a width: casts widen, and only signed numbers have a sign to turn. */
const fitting = (bits: number, sign: 'signed' | 'unsigned'): PslType => ({
  kind: 'integer',
  width: { bits, signed: sign === 'signed' },
  takes: 'fitting',
});

const castType = (name: string): PslType =>
  fitting(Number(name.slice('uint'.length)), name.startsWith('s') ? 'signed' : 'unsigned');

const calculating =
  (bound: Bound): SecurityModel<null>['expression'] =>
  (_object, _state, method, argument) => {
    if (method === 'sum') return fold(argument, 0n, (left, right) => left + right, bound);
    if (method === 'product') return fold(argument, 1n, (left, right) => left * right, bound);
    return typeof argument === 'bigint'
      ? ofInteger(method, argument, bound)
      : failed('the argument is not an integer');
  };

/**
 * Math: arithmetic, as operators, over lists, and casts.
 *
 * Source: KasperskyOS Community Edition help, "Math security model"; spec/models/basic.md.
 */
export const math: SecurityModel<null> = {
  ...stateless,
  name: 'Math',
  package: 'nk.basic',
  implicitObject: 'math',
  methods: new Map([
    ['neg', expression(fitting(64, 'signed'), integerType)],
    ['abs', expression(fitting(64, 'signed'), integerType)],
    ['sum', expression(listOf(integerType), integerType)],
    ['product', expression(listOf(integerType), integerType)],
    ...[...casts.keys()].map((name) => [name, expression(castType(name), integerType)] as const),
  ]),
  check: noParameters,
  audit: undefined,
  rule: () => denied('Math has no rules'),
  expression: calculating(boundOf({ overflow: 'fails' })),
};

/** Math where results wrap (C-26): what engines put in its place under that reading. */
export const wrappingMath: SecurityModel<null> = {
  ...math,
  expression: calculating(boundOf({ overflow: 'wraps' })),
};
