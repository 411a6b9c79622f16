import { Defect } from '../../model/defect.ts';
import type { Accessed, AccessIntent, ThreadAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { endOwnProcess } from './end-process.ts';
import { withMachine } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { threadOf } from './threads/threads.ts';

export type AccessAction = Extract<ThreadAction, AccessIntent>;

const kinds = { load: 'load', store: 'store', fetch: 'execute' } as const;

/** What an access that nothing answers ends with: the bus tells no more. */
const busError = -1;

const wordBytes = 4;

/** A fault is the thread's own exception: nothing handles it, and its process ends. */
const faulted = <Context extends object>(
  plan: Plan,
  objects: Objects,
  context: Context,
  { by }: AccessAction,
  code: number,
): Left<Context> => {
  const { process } = threadOf(objects.threads, by);
  const ended = endOwnProcess(plan, objects, process, { kind: 'trapped', code });
  return left(ended, context, { kind: 'faulted', code }, []);
};

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
  const onCore = { core, space: process, address, kind: kinds[kind] };
  if (core >= machine.size.cores || way >= machine.ways(objects.machine, onCore))
    throw new Defect('an access goes by a core or a translation that is not there');
  const kept = machine.translate(objects.machine, onCore, way);
  // A page may have more rights than a core has kept of it: its fault has the tables walked again.
  const isRetried = way > 0 && kept.walk.kind === 'faulted';
  const { walk, next } = isRetried ? machine.translate(objects.machine, onCore, 0) : kept;
  const walked = withMachine(objects, next);
  if (walk.kind === 'faulted') return faulted(plan, walked, context, action, walk.code);
  const physical = walk.address - (walk.address % wordBytes);
  const held = machine.read(next, physical);
  if (held === undefined) return faulted(plan, walked, context, action, busError);
  const value = action.kind === 'store' ? action.value >>> 0 : held;
  const accessed: Accessed = { by, kind, physical, value };
  const written =
    action.kind === 'store' ? withMachine(walked, machine.write(next, physical, value)) : walked;
  return {
    ...left(written, context, { kind: 'done', result: { kind: 'accessed', value } }, []),
    accesses: [accessed],
  };
};
