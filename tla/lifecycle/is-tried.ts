import { processId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Action, CallAction } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import type { MicroState, Objects } from '../../kernel/micro/objects.ts';
import { findByName } from '../../kernel/micro/services/task/find-name.ts';
import type { Context } from '../../kss/context.ts';
import { isMessageTried } from '../is-message-tried.ts';
import { findHandle, kernelHandle, textIn } from '../service-call.ts';
import { lineName, noHandle } from './actions.ts';
import { findHeld, heldBy } from './held.ts';
import type { HeldThing } from './held.ts';
import type { LifecycleSystem } from './system.ts';

/** What the handle in a field of a message names, to its sender. */
const namedIn = (
  system: LifecycleSystem,
  objects: Objects,
  by: ProcessId,
  message: RecordValue,
  field: string,
): HeldThing | undefined => {
  const handle = findHandle(message, field);
  return handle === undefined ? undefined : findHeld(system, objects, by, handle.number);
};

const isHeldByName = (
  system: LifecycleSystem,
  objects: Objects,
  by: ProcessId,
  name: string,
): boolean => {
  const process = findByName(system.plan, objects, by, name);
  return heldBy(system, objects, by).some(
    (held) => held.kind === 'process' && held.process === process,
  );
};

const isServiceTried = (
  system: LifecycleSystem,
  objects: Objects,
  { by: thread, method, message }: CallAction,
): boolean => {
  const by = processId(thread);
  const named = (field: string) => namedIn(system, objects, by, message, field);
  const isProcess = (field: string): boolean => named(field)?.kind === 'process';
  switch (method) {
    case 'Create':
    case 'Install':
    case 'Exit':
      return true;
    case 'Open':
      return !isHeldByName(system, objects, by, textIn(message, 'name'));
    case 'Update':
    case 'Remove':
      return named('image')?.kind === 'image';
    case 'Close':
      return isProcess('handle');
    case 'Connect': {
      const [client, server] = [named('client'), named('server')];
      if (client?.kind !== 'process' || server?.kind !== 'process') return false;
      const [from, to] = [system.nameOf(client.process), system.nameOf(server.process)];
      const isLink = system.topology.links.some((link) => link[0] === from && link[1] === to);
      return isLink && textIn(message, 'name') === lineName(to);
    }
    case 'LoadSeg': {
      const image = findHandle(message, 'image')?.number;
      if (image === noHandle.number) return true;
      const kind = named('image')?.kind;
      return isProcess('task') && (image === kernelHandle || kind === 'image' || kind === 'file');
    }
    default:
      return findHandle(message, 'task')?.number === noHandle.number || isProcess('task');
  }
};

/**
 * What the programs leave out: to open what they hold, to use a handle where one of another kind belongs
 * but for the kernel's as an image, channels that the topology does not have, and of messages what
 * `isMessageTried` does.
 */
export const isTriedIn =
  (system: LifecycleSystem) =>
  ({ objects }: MicroState<Context>, action: Action): boolean => {
    if (action.kind !== 'call') return isMessageTried(objects.threads, action);
    return action.handle === kernelHandle
      ? isServiceTried(system, objects, action)
      : findHeld(system, objects, processId(action.by), action.handle)?.kind === 'channel';
  };
