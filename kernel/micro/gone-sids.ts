import { at } from '../../model/defect.ts';
import { processId, threadId } from '../../model/ids.ts';
import type { Sid } from '../../model/ids.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';

/** SIDs that stood for something before and do not any more (C-63); of a process, and of its listener, when it has ended and when it leaves its place. */
export const goneSids = ({ numbering }: Plan, before: Objects, after: Objects): readonly Sid[] => {
  const gone: Sid[] = [];
  if (before.resources !== after.resources) {
    for (let owner = 0; owner < before.resources.length; owner++) {
      const row = at(before.resources, owner);
      const now = at(after.resources, owner);
      if (row === now) continue;
      for (let place = 0; place < row.length; place++) {
        if (row[place] !== undefined && now[place] === undefined)
          gone.push(numbering.resource(processId(owner), place));
      }
    }
  }
  if (before.processes !== after.processes) {
    for (let index = 0; index < before.processes.list.length; index++) {
      const process = before.processes.list[index];
      const now = after.processes.list[index];
      if (process === undefined || process === now) continue;
      const hasEnded = now?.stage.kind === 'ended' && process.stage.kind !== 'ended';
      if (now !== undefined && !hasEnded) continue;
      gone.push(numbering.process(processId(index)), numbering.listener(processId(index)));
    }
  }
  if (before.threads.list !== after.threads.list) {
    for (let index = 0; index < before.threads.list.length; index++) {
      if (before.threads.list[index] !== undefined && after.threads.list[index] === undefined)
        gone.push(numbering.thread(threadId(index)));
    }
  }
  return gone;
};
