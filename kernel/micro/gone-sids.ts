import { processId, threadId } from '../../model/ids.ts';
import type { Sid } from '../../model/ids.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';

/** SIDs that stood for something before and do not any more (C-63); of a process, and of its listener, when it has ended and when it leaves its place. */
export const goneSids = ({ numbering }: Plan, before: Objects, after: Objects): readonly Sid[] => {
  const gone: Sid[] = [];
  if (before.resources !== after.resources) {
    for (const [owner, row] of before.resources.entries()) {
      if (row === after.resources[owner]) continue;
      for (const [place, resource] of row.entries()) {
        if (resource !== undefined && after.resources[owner]?.[place] === undefined)
          gone.push(numbering.resource(processId(owner), place));
      }
    }
  }
  if (before.processes !== after.processes) {
    for (const [index, process] of before.processes.list.entries()) {
      const now = after.processes.list[index];
      if (process === undefined || process === now) continue;
      const hasEnded = now?.stage.kind === 'ended' && process.stage.kind !== 'ended';
      if (now !== undefined && !hasEnded) continue;
      gone.push(numbering.process(processId(index)), numbering.listener(processId(index)));
    }
  }
  if (before.threads.list !== after.threads.list) {
    for (const [index, thread] of before.threads.list.entries()) {
      if (thread !== undefined && after.threads.list[index] === undefined)
        gone.push(numbering.thread(threadId(index)));
    }
  }
  return gone;
};
