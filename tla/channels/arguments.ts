import { quoted } from '../expression.ts';
import type { Argument } from '../twin.ts';
import type { TlaValue } from '../value.ts';
import type { Road } from './system.ts';

const secondOf = (second: string | number): string =>
  typeof second === 'number' ? String(second) : quoted(second);

const roadExpression = ([kind, client, second]: Road): string =>
  `<<"${kind}", <<${quoted(client)}, ${secondOf(second)}>>>>`;

/** `made_a_1`. */
export const roadArgument = (road: Road): Argument => ({
  word: road.join('_'),
  expression: roadExpression(road),
});

export const roadValue = ([kind, client, second]: Road): TlaValue => [kind, [client, second]];

/** What a reception takes: everything, what comes to the listener, or what comes over a road. */
export type Over = 'any' | 'listener' | Road;

export const overArgument = (over: Over): Argument =>
  typeof over === 'string' ? { word: over, expression: `<<"${over}">>` } : roadArgument(over);

export const overValue = (over: Over): TlaValue =>
  typeof over === 'string' ? [over] : roadValue(over);

/** A beginning of names; the empty one is `all`. */
export const filterArgument = (filter: string): Argument => ({
  word: filter === '' ? 'all' : filter,
  expression: quoted(filter),
});
