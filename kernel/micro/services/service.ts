import type { HandleId, ProcessId, ThreadId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Ask, Permit } from '../../mediate.ts';
import type { Begin } from '../begin.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import type { Requests, Responses } from './generated.ts';
import type { ServiceName } from './service-name.ts';

/**
 * What a service came to.
 *
 * Shape: `made` lists the numbers of the handles made for the answer: they are closed again if the
 *        response is denied (C-62). `blocked`: the caller waits, see `block`, and is answered later.
 *        `ended`: the caller has ended itself, and nobody is answered. `judge`: another event is
 *        judged first; where it is denied the service is refused with `startDenied`.
 */
export type Served<Outputs> =
  | {
      readonly kind: 'done';
      readonly next: Objects;
      readonly outputs: Outputs;
      readonly made: readonly HandleId[];
      /** What else is put right if the response is denied. */
      readonly withheld?: (objects: Objects) => Objects;
    }
  | { readonly kind: 'refused'; readonly because: Refusal }
  | { readonly kind: 'blocked' | 'ended'; readonly next: Objects }
  | {
      readonly kind: 'judge';
      readonly ask: Ask<null>;
      readonly granted: (permit: Permit<null>, begin: Begin) => Served<Outputs>;
    };

/** Who calls a service, and what the step brings with it. */
export interface Caller {
  readonly thread: ThreadId;
  readonly process: ProcessId;
  /** Units: milliseconds that the clock shows. */
  readonly clock: bigint;
}

/**
 * A kernel service: guards first, each a refusal; the last line is the effect.
 *
 * Shape: `objects` is the state less the engine's context: by type no service reads or changes that.
 */
export type KernelService<Name extends ServiceName> = (
  objects: Objects,
  permit: Permit<Requests[Name]>,
  plan: Plan,
  caller: Caller,
) => Served<Responses[Name]>;

export const refused = (
  because: Refusal,
): { readonly kind: 'refused'; readonly because: Refusal } => ({
  kind: 'refused',
  because,
});

/** Done, with what is answered. */
export const done = <Outputs>(
  next: Objects,
  outputs: Outputs,
  ...made: readonly HandleId[]
): Served<Outputs> => ({ kind: 'done', next, outputs, made });
