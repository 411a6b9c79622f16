import type { HandleId, ProcessId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { RecordValue, Value } from '../../../model/value.ts';
import type { Ask, Permit } from '../../mediate.ts';
import type { Layout } from '../layout.ts';
import type { begin } from '../life.ts';
import type { Machine } from '../machine.ts';

/** The outputs of a service by name, in the order of their declaration; the retcode is put behind them. */
export type Outputs = readonly (readonly [name: string, value: Value])[];

/**
 * What a service came to.
 *
 * Shape: `made` are the numbers of the handles made for the answer: they are closed again if the response is
 *        denied (C-62). `blocked`: the caller waits. `ended`: nobody is left to be answered. `judge`: another
 *        event is judged first; where it is denied the service is refused with `startDenied`.
 */
export type Served =
  | {
      readonly kind: 'done';
      readonly next: Machine;
      readonly outputs: Outputs;
      readonly made: readonly HandleId[];
    }
  | { readonly kind: 'refused'; readonly because: Refusal }
  | { readonly kind: 'blocked' | 'ended'; readonly next: Machine }
  | {
      readonly kind: 'judge';
      readonly ask: Ask<null>;
      readonly granted: (permit: Permit<null>, start: typeof begin) => Served;
    };

/** Who calls a service. Units: `clock` in milliseconds. */
export interface Caller {
  readonly process: ProcessId;
  readonly clock: bigint;
}

/** A kernel service: guards first, each a refusal; the last line is the effect. */
export type Service = (
  machine: Machine,
  permit: Permit<RecordValue>,
  layout: Layout,
  caller: Caller,
) => Served;

/** Services by `endpoint.Method`. */
export type Services = ReadonlyMap<string, Service>;

export const refused = (because: Refusal): Served => ({ kind: 'refused', because });

export const done = (
  next: Machine,
  outputs: Outputs = [],
  made: readonly HandleId[] = [],
): Served => ({ kind: 'done', next, outputs, made });
