import { handleId } from '../../model/ids.ts';
import type { HandleId, ProcessId, ThreadId } from '../../model/ids.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Party } from '../../kernel/mediate.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { execute, isLoaded } from './stage.ts';
import type { Stage } from './stage.ts';

export type State<Context extends object> = MicroState<Context>;

/** The first thread of a process, if it can act; a process that has not begun is started for it. */
export const actorOf = <Context extends object>(
  { carrying, carry }: Stage<Context>,
  state: State<Context>,
  process: ProcessId,
): { readonly state: State<Context>; readonly thread: ThreadId | undefined } => {
  const begun = isLoaded(state, process) ? execute(carrying, state, 'einit', process).state : state;
  const [first] = carrying.plan.numbering.threadsOf(process);
  return { state: begun, thread: carry.ready(begun).find((thread) => thread === first) };
};

/** The handle of a channel: those of boot, in the order of the solution, after the kernel's. */
export const handleTo = <Context extends object>(
  { carrying }: Stage<Context>,
  client: ProcessId,
  server: Party,
): HandleId => {
  const channels = carrying.plan.channelsOf(client);
  const place = channels.findIndex((channel) => channel.server === server);
  return handleId(server === 'kernel' ? 0 : 1 + place);
};

/** Ends a request that no answer of the sequence follows: the server takes it and answers with defaults. */
export const drained = <Context extends object>(
  stage: Stage<Context>,
  state: State<Context>,
): State<Context> => {
  const { carry } = stage;
  let now = state;
  for (const { server, taken } of carry.facts(state).pending) {
    const actor = actorOf(stage, now, server);
    now = actor.state;
    if (actor.thread === undefined) continue;
    if (!taken) now = carry.step(now, { kind: 'recv', by: actor.thread }).next;
    if (!carry.ready(now).includes(actor.thread)) continue;
    now = carry.step(now, {
      kind: 'reply',
      as: 'response',
      message: emptyMessage,
      by: actor.thread,
    }).next;
  }
  return now;
};
