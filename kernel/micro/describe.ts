import type { Rights } from '../../arch/page.ts';
import { processId } from '../../model/ids.ts';
import type { System } from '../kernel.ts';
import { waits } from './facts.ts';
import type { Region } from './memory/memory.ts';
import type { MicroState } from './objects.ts';
import type { Plan } from './plan.ts';

/** `0x10000 rx-`: where a region begins, and what each page of it may be used for. */
const describeRegion = ({ machine: { pageBytes } }: Plan, { start, pages, backing }: Region) => ({
  at: `0x${start.toString(16)}`,
  bytes: pages.length * pageBytes,
  of: backing.kind === 'own' ? 'its own' : `SID ${String(backing.sid)}`,
  pages: pages.map((page) => (page === undefined ? '-' : rightsWord(page.rights))),
});

const rightsWord = ({ read, write, execute }: Rights): string =>
  `${read ? 'r' : '-'}${write ? 'w' : '-'}${execute ? 'x' : '-'}`;

/** The state as plain data, names in place of numbers. */
export const describe = <Context extends object>(
  { security }: System<Context>,
  plan: Plan,
  { objects, context }: MicroState<Context>,
): unknown => ({
  processes: objects.processes.list.flatMap((process, index) => {
    if (process === undefined) return [];
    const threads = plan.numbering.threadsOf(processId(index)).flatMap((id) => {
      const thread = objects.threads.list[id];
      return thread === undefined ? [] : [thread];
    });
    return [
      {
        name: process.name,
        class: process.className,
        stage: process.stage.kind,
        started: process.stage.kind === 'running',
        threads: threads.map(({ wait, serving }) => ({
          waits: wait.kind === 'ended' ? 'ended' : waits[wait.kind],
          serves:
            serving === undefined ? null : (objects.processes.list[serving.from]?.name ?? null),
        })),
        queue: (objects.threads.queues[index] ?? []).map((client) => {
          const from = objects.threads.list[client]?.process ?? -1;
          return objects.processes.list[from]?.name;
        }),
        handles: (objects.handles[index] ?? []).filter((entry) => entry !== undefined).length,
        resources: (objects.resources[index] ?? []).flatMap((resource) =>
          resource === undefined ? [] : [resource.kind],
        ),
        memory: (objects.memory[index]?.regions ?? []).map((region) =>
          describeRegion(plan, region),
        ),
      },
    ];
  }),
  audit: { records: objects.audit.records.length, lost: objects.audit.lost },
  context: security.describe(context),
});
