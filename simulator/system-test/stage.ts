import type { ProcessId } from '../../model/ids.ts';
import type { Finding, SecurityModule, Verdict } from '../../model/security.ts';
import { emptyMessage } from '../../model/value.ts';
import { running } from '../../kernel/kernel.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { mediate } from '../../kernel/mediate.ts';
import type { Party } from '../../kernel/mediate.ts';
import { firstHandles } from '../../kernel/micro/begin.ts';
import { gateOf } from '../../kernel/micro/core.ts';
import type { Core } from '../../kernel/micro/core.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import { processAt } from '../../kernel/micro/processes.ts';
import { denyingStarts } from '../denied-starts.ts';
import type { Cast } from './cast.ts';

/**
 * One kernel with two engines: the solution's own judges what a sequence expects, the other grants what is
 * needed between, and moves no context. Their states are one.
 */
export interface Stage<Context extends object> {
  readonly cast: Cast;
  readonly judging: Core<Context>;
  readonly carrying: Core<Context>;
  readonly judge: Kernel<MicroState<Context>>;
  /** Judges requests alone: what the kernel answers of its own is no expectation, and is carried. */
  readonly judgeRequests: Kernel<MicroState<Context>>;
  readonly carry: Kernel<MicroState<Context>>;
  /** Nothing has started, and nothing was judged. */
  readonly initial: MicroState<Context>;
}

const carriedBy = ({ solution }: Cast): Finding => ({
  object: 'refmon',
  rule: 'carry',
  at: { file: solution.policy.file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  result: 'granted',
});

/** Grants whatever it is asked, and remembers nothing of it. */
const granting = <Context extends object>(
  module: SecurityModule<Context>,
  finding: Finding,
): SecurityModule<Context> => ({
  ...module,
  decide: () => ({ verdict: { kind: 'granted', by: [finding] }, audit: undefined }),
});

const ofRequests = <Context extends object>(
  module: SecurityModule<Context>,
  others: SecurityModule<Context>,
): SecurityModule<Context> => ({
  ...module,
  decide: (context, event) => (event.kind === 'request' ? module : others).decide(context, event),
});

export const makeStage = <Context extends object>(
  cast: Cast,
  security: SecurityModule<Context>,
): Stage<Context> => {
  const { solution } = cast;
  const coreOf = (module: SecurityModule<Context>): Core<Context> => ({
    system: { solution, security: module, limits: running },
    plan: planOf(solution, running),
    parts,
  });
  const judging = coreOf(security);
  const carrying = coreOf(granting(security, carriedBy(cast)));
  const names = new Set(solution.processes.map(({ name }) => name));
  const quiet = denyingStarts(carrying.system.security, names);
  const { objects } = makeMicro()({ ...carrying.system, security: quiet }).boot().state;
  return {
    cast,
    judging,
    carrying,
    judge: makeMicro()(judging.system),
    judgeRequests: makeMicro()(coreOf(ofRequests(security, carrying.system.security)).system),
    carry: makeMicro()(carrying.system),
    initial: { objects, context: security.initial },
  };
};

export interface Executed<Context extends object> {
  readonly state: MicroState<Context>;
  readonly verdict: Verdict;
}

/** Can a process begin? It has neither begun nor ended. */
export const isLoaded = <Context extends object>(
  { objects }: MicroState<Context>,
  process: ProcessId,
): boolean => processAt(objects.processes, process).stage.kind === 'loaded';

/** Has one `execute` judged, and starts the process if it is granted and has not begun. */
export const execute = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  by: Party,
  to: Party,
): Executed<Context> => {
  const { objects } = state;
  const ask = {
    kind: 'execute',
    by,
    to,
    endpoint: undefined,
    method: 'main',
    message: emptyMessage,
  } as const;
  const begins = to !== 'kernel' && to !== 'einit' && isLoaded(state, to);
  return mediate(
    gateOf(core, objects),
    state.context,
    { ...ask, show: (message) => message, read: () => null },
    {
      granted: (permit, context, { verdict }): Executed<Context> => ({
        state: {
          context,
          objects: begins
            ? core.parts.begin(core.plan, objects, permit, firstHandles(core.plan, to))
            : objects,
        },
        verdict,
      }),
      denied: (verdict): Executed<Context> => ({ state, verdict }),
    },
  );
};
