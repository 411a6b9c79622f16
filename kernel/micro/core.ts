import { at } from '../../model/defect.ts';
import { sidOf } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import type { Completion, Judged, Outcome, Refusal, Step } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import { completeMessage } from '../../solution/message/complete.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type { Method, Solution } from '../../solution/solution.ts';
import type { System } from '../kernel.ts';
import type { Gate, Party } from '../mediate.ts';
import { retcodeOf } from '../retcode.ts';
import { recorded } from './audit-log.ts';
import { withAudit } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Parts } from './parts.ts';

/** What every action of the kernel works with; made once a kernel. */
export interface Core<Context extends object> {
  readonly system: System<Context>;
  readonly gate: Gate<Context>;
  readonly parts: Parts;
}

/** SIDs at boot: 1 the kernel, 2 Einit, then processes and channels as the solution lists them (C-65). */
export const sids = {
  kernel: sidOf(1),
  einit: sidOf(2),
  process: (process: ProcessId): Sid => sidOf(3 + process),
  channel: (solution: Solution, channel: number): Sid =>
    sidOf(3 + solution.processes.length + channel),
} as const;

const known = (solution: Solution, name: string, className: string, sid: Sid): Subject =>
  solution.classes.has(className)
    ? { kind: 'known', name, sid, className }
    : { kind: 'unknown', name: className };

/** Who each party is to the engine. */
export const subjectsOf =
  (solution: Solution) =>
  (party: Party): Subject => {
    if (party === 'kernel') return known(solution, kernelClass, kernelClass, sids.kernel);
    if (party === 'einit') return known(solution, einitClass, einitClass, sids.einit);
    const { name, className } = at(solution.processes, party);
    return known(solution, name, className, sids.process(party));
  };

const classNameOf = (solution: Solution, party: Party): string => {
  if (party === 'kernel') return kernelClass;
  return party === 'einit' ? einitClass : at(solution.processes, party).className;
};

const findMethod = (
  solution: Solution,
  server: Party,
  endpoint: string,
  method: string,
): Method | undefined =>
  solution.classes
    .get(classNameOf(solution, server))
    ?.endpoints.find(({ name }) => name === endpoint)
    ?.interface.methods.find(({ name }) => name === method);

/** The message with every parameter of its direction; absent if it is not of the declared type. */
export const readMessage = (
  solution: Solution,
  server: Party,
  kind: 'request' | 'response' | 'error',
  { endpoint, method }: { readonly endpoint: string; readonly method: string },
  message: RecordValue,
): RecordValue | undefined => {
  const declared = findMethod(solution, server, endpoint, method);
  if (declared === undefined) return undefined;
  const completed = completeMessage(messageTypeOf(declared, kind), message);
  return completed.kind === 'complete' ? completed.message : undefined;
};

/** Refused before anything was judged: the state is the very one given. */
export const refusedStep = <State>(state: State, because: Refusal): Step<State> => ({
  next: state,
  outcome: refusal(because),
  events: [],
  completions: [],
});

export const refusal = (because: Refusal): Outcome => ({
  kind: 'refused',
  because,
  retcode: retcodeOf[because],
});

/** What a step leaves behind, its audit records put into the log. */
export const settle = <Context extends object>(
  core: Core<Context>,
  left: { readonly objects: Objects; readonly context: Context },
  outcome: Outcome,
  events: readonly Judged[],
  completions: readonly Completion[] = [],
): Step<MicroState<Context>> => {
  const audit = recorded(left.objects.audit, events, core.system.limits);
  const objects = withAudit(left.objects, audit);
  return { next: { objects, context: left.context }, outcome, events, completions };
};
