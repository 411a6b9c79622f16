import { at } from '../../model/defect.ts';
import { handleId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { isTagged, record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { hostileIntent } from '../../properties/generate/hostile.ts';
import type { RandomStream } from '../../simulator/random.ts';
import type { Facts, HandleFact } from '../kernel.ts';
import { services } from './services/table.ts';

/** What threads try in tests that run both kernels side by side: what both of them have. */

const service = (endpoint: string, method: string, fields: Record<string, Value>): Intent => ({
  kind: 'call',
  handle: handleId(0),
  endpoint,
  method,
  message: record(Object.entries(fields)),
});

const lend = ({ number }: HandleFact): Value => ({
  kind: 'localHandle',
  number,
  rights: 0xffff_ffff,
});

/** To end a process and to start it again: open it by its name, end it, open its image, load and start it. */
const restart = (facts: Facts, by: ThreadId, pick: RandomStream): Intent => {
  const self = facts.threads.find(({ thread }) => thread === by);
  const own = facts.handles.filter(({ process, live }) => process === self?.process && live);
  const held = own.find(({ sid }) => facts.processes.some((one) => one.sid === sid));
  const task = facts.processes.find(({ sid }) => sid === held?.sid);
  if (held === undefined || task === undefined)
    return service('task.Task', 'Open', { name: `p${String(pick.below(4))}` });
  if (task.state === 'running')
    return task.process === self?.process
      ? service('handle.Handle', 'Close', { handle: lend(held) })
      : service('task.Task', 'Terminate', { task: lend(held) });
  const image = at(own, own.length - 1);
  return at(
    [
      service('fs.FS', 'Open', { path: task.className.slice(2) }),
      service('task.Task', 'LoadSeg', { task: lend(held), image: lend(image) }),
      service('task.Task', 'Resume', { task: lend(held) }),
    ],
    pick.below(3),
  );
};

/** To make a user object, to hand it to a server, and to take it back. */
const handOut = (facts: Facts, by: ThreadId, pick: RandomStream): Intent => {
  const self = facts.threads.find(({ thread }) => thread === by)?.process;
  const made = facts.resources.find(({ owner }) => owner === self);
  const held = facts.handles.find(({ process, sid }) => process === self && sid === made?.sid);
  if (held === undefined)
    return service('handle.Handle', 'CreateUserObject', { type: 1n, rights: 0xffff_ffffn });
  if (pick.below(8) === 0) return service('handle.Handle', 'Revoke', { handle: lend(held) });
  return {
    kind: 'call',
    handle: handleId(1 + pick.below(2)),
    endpoint: 'store',
    method: 'Give',
    message: record([['gift', lend(held)]]),
    timeout: 2,
  };
};

const names = (action: Intent, field: string): boolean => {
  const value = action.kind === 'call' ? (action.message.fields.get(field) ?? null) : null;
  return isTagged(value) && value.kind === 'localHandle';
};

/** Is it something that both kernels have? Not a service of the first alone, nor a thing that can be called. */
const isShared = (intent: Intent): boolean => {
  if (intent.kind !== 'call' || !intent.endpoint.includes('.')) return true;
  return services.has(`${intent.endpoint}.${intent.method}`) && !names(intent, 'ipcChannel');
};

/** What a thread tries: anything hostile that both kernels have, and now and then to restart a process or to hand something out. */
export const sharedIntent = (facts: Facts, by: ThreadId, pick: RandomStream): Intent => {
  const purpose = pick.below(8);
  if (purpose < 2) return restart(facts, by, pick);
  if (purpose === 2) return handOut(facts, by, pick);
  for (;;) {
    const intent = hostileIntent(facts, by, pick.below(0x7fff_ffff));
    if (isShared(intent)) return intent;
  }
};
