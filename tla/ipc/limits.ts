import { setOf } from '../expression.ts';
import type { Argument } from '../twin.ts';
import { tlaRecord } from '../value.ts';
import type { TlaValue } from '../value.ts';

/**
 * How a process limits a wait.
 *
 * Units: `msecs` milliseconds; absent for ever.
 * Shape: `stop` names the process's own object to interrupt it.
 */
export interface Limit {
  readonly msecs?: number;
  readonly stop?: boolean;
}

/** A wait that nothing ends early, which every process has. */
export const unlimited: Limit = {};

/** A limit as the module says it, of its time and whether an interrupt ends it. */
export const limitValue = (time: number | undefined, stop: boolean): TlaValue =>
  tlaRecord({ time: time === undefined ? [] : [time], stop });

const expressionOf = ({ msecs, stop = false }: Limit): string => {
  const time = msecs === undefined ? '<<>>' : `<<${String(msecs)}>>`;
  return `[time |-> ${time}, stop |-> ${String(stop).toUpperCase()}]`;
};

/** `ever`, `15ms`, `15ms_stop`. */
export const limitArgument = (limit: Limit): Argument => {
  const time = limit.msecs === undefined ? 'ever' : `${String(limit.msecs)}ms`;
  return {
    word: limit.stop === true ? `${time}_stop` : time,
    expression: expressionOf(limit),
  };
};

/** The limits of each process, as a function of the module. */
export const limitsExpression = (limits: Readonly<Record<string, readonly Limit[]>>): string =>
  `[${Object.entries(limits)
    .map(([name, own]) => `${name} |-> ${setOf(own.map(expressionOf))}`)
    .join(', ')}]`;
