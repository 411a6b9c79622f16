import { processId } from '../../../model/ids.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { withMachine, withMemory, withThreads } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { settledBy } from './agents.ts';
import { doneAnswer } from '../services/answer.ts';
import { unblock, waitingsOf } from '../threads/service-waits.ts';
import { recycled } from './frames.ts';
import { rowOf, withFrames, withRegions } from './memory.ts';
import type { MemoryPage, MemoryRow, Region } from './memory.ts';
import { withRights } from './translations.ts';

const without = (mask: number, core: number): number =>
  Math.floor(mask / 2 ** core) % 2 === 1 ? mask - 2 ** core : mask;

/** Frames that waited for a core wait for one less, and those that wait for none and nothing uses are cleared. */
const awaitingFrames = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  core: number,
): Objects => {
  let now = objects;
  for (const [index, frame] of rowOf(objects.memory, process).frames.entries()) {
    if (frame.kind === 'free') continue;
    const awaits = without(frame.awaits, core);
    if (awaits === frame.awaits) continue;
    now =
      awaits === 0 && frame.kind === 'passing'
        ? recycled(plan, now, plan.machine.frame(process, index))
        : withMemory(now, withFrames(now.memory, process, [index], { ...frame, awaits }));
  }
  return now;
};

const hasChanging = ({ regions }: MemoryRow): boolean =>
  regions.some(({ pages }) => pages.some((page) => page !== undefined && page.awaits !== 0));

/** Pages whose old rights a core had wait for one less, and those that wait for none have their new ones. */
const changingPages = (plan: Plan, objects: Objects, process: ProcessId, core: number): Objects => {
  const row = rowOf(objects.memory, process);
  if (!hasChanging(row)) return objects;
  let now = objects;
  const changed = (page: MemoryPage | undefined, address: number): MemoryPage | undefined => {
    if (page === undefined || page.awaits === 0) return page;
    const awaits = without(page.awaits, core);
    if (awaits !== 0) return { ...page, awaits };
    now = withRights(plan, now, process, address, page.rights);
    return { ...page, now: page.rights, awaits };
  };
  const regions = row.regions.map((region): Region => ({
    ...region,
    pages: region.pages.map((page, index) =>
      changed(page, region.start + index * plan.machine.pageBytes),
    ),
  }));
  return withMemory(now, withRegions(now.memory, process, regions));
};

/** Whose pages have the rights now that were asked for goes on. */
const answered = (objects: Objects): Objects => {
  let { threads } = objects;
  for (const waiting of waitingsOf(threads)) {
    const isOver =
      waiting.waitsFor.kind === 'invalidation' &&
      !hasChanging(rowOf(objects.memory, waiting.process));
    if (isOver) threads = unblock(threads, waiting, doneAnswer('vmm.VMM.Protect', {}));
  }
  return withThreads(objects, threads);
};

/**
 * An agent does what it was asked to: frames that waited for it alone are cleared and may be used again, and
 * pages have the rights that they were to have.
 *
 * Source: TLA+ `Forgotten` in tla/memory/Frames.tla.
 */
export const forgotten = (plan: Plan, objects: Objects, agent: number): Objects => {
  const done = withMachine(objects, settledBy(plan, objects.machine, agent));
  if (done === objects) return objects;
  let now = done;
  for (let index = 0; index < objects.memory.length; index++) {
    const process = processId(index);
    now = awaitingFrames(plan, changingPages(plan, now, process, agent), process, agent);
  }
  return answered(now);
};
