import { Defect } from '../../model/defect.ts';
import type { Accessed, AccessIntent, ThreadAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { accessKinds } from './memory/access-kinds.ts';
import { withMachine } from './objects.ts';
import type { MicroState } from './objects.ts';
import type { Plan } from './plan.ts';
import { threadOf } from './threads/threads.ts';
import { trap } from './trap.ts';

export type AccessAction = Extract<ThreadAction, AccessIntent>;

/** What an access that nothing answers ends with: the bus tells no more. */
const busError = -1;

const wordBytes = 4;

/**
 * An access of a thread to memory: the core that it runs on translates it, and nothing else decides. Nothing is
 * judged: what the tables hold was granted when it was mapped.
 *
 * Throws: `Defect`, for a core that is not there, or a way that the access has not.
 * Source: TLA+ `Load…`, `Store…` and `Fetch…` in tla/memory/Memory.tla.
 */
export const access = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
  action: AccessAction,
): Left<Context> => {
  const { machine } = plan;
  const { by, kind, address, core = 0, way = 0 } = action;
  const { process } = threadOf(objects.threads, by);
  const onCore = { core, space: process, address, kind: accessKinds[kind] };
  if (core >= machine.size.cores || way >= machine.ways(objects.machine, onCore))
    throw new Defect('an access goes by a core or a translation that is not there');
  const kept = machine.translate(objects.machine, onCore, way);
  // A page may have more rights than a core has kept of it: its fault has the tables walked again.
  const isRetried = way > 0 && kept.walk.kind === 'faulted';
  const { walk, next } = isRetried ? machine.translate(objects.machine, onCore, 0) : kept;
  const walked = withMachine(objects, next);
  if (walk.kind === 'faulted')
    return trap(plan, { objects: walked, context }, { kind: 'trap', by, code: walk.code });
  const physical = walk.address - (walk.address % wordBytes);
  const held = machine.read(next, physical);
  if (held === undefined)
    return trap(plan, { objects: walked, context }, { kind: 'trap', by, code: busError });
  const value = action.kind === 'store' ? action.value >>> 0 : held;
  const accessed: Accessed = { by, kind, physical, value };
  const written =
    action.kind === 'store' ? withMachine(walked, machine.write(next, physical, value)) : walked;
  return {
    ...left(written, context, { kind: 'done', result: { kind: 'accessed', value } }, []),
    accesses: [accessed],
  };
};
