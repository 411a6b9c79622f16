import { handleId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { RandomStream } from '../../simulator/random.ts';
import { lend, oneOf, service } from './belongings.ts';
import type { Belongings } from './belongings.ts';
import { equipChild, narrowHandle, readRecords, tendImage } from './seldom.ts';

/** To bring a process to life: create it, open the image of its class, load and start it. */
const raiseProcess = ({ facts, ofKind }: Belongings, pick: RandomStream): Intent => {
  const letter = oneOf(['A', 'B', 'C', 'D'], pick);
  const made = ofKind('process').flatMap((handle) => {
    const fact = facts.processes.find(({ sid }) => sid === handle.sid);
    return fact === undefined || fact.state === 'running' ? [] : [handle];
  });
  const files = ofKind('other').filter(({ number }) => number > 0);
  if (made.length === 0)
    return service('task.Task.Create', { name: 'child', eiid: `g.${letter}`, path: '' });
  const task = oneOf(made, pick);
  const path = facts.processes.find(({ sid }) => sid === task.sid)?.className.slice(2) ?? letter;
  const image = files.at(-1);
  const steps: readonly Intent[] = [
    service('fs.FS.Open', { path }),
    ...(image === undefined
      ? []
      : [
          service('task.Task.LoadSeg', { task: lend(task), image: lend(image) }),
          service('task.Task.LoadSeg', { task: lend(task), image: lend(image) }),
        ]),
    service('task.Task.Resume', { task: lend(task) }),
    service('task.Task.Resume', { task: lend(task) }),
  ];
  return oneOf(steps, pick);
};

/** To hand out a resource under a badge, and to take it back. */
const handOut = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const [things, badges] = [ofKind('user', 'word'), ofKind('badge')];
  if (things.length === 0)
    return service('handle.Handle.CreateUserObject', { type: 1n, rights: 0xffff_ffffn });
  const thing = oneOf(things, pick);
  const badge = badges[0];
  if (badge === undefined) return service('handle.Handle.CreateBadge', { context: 5n });
  const marked: Value = {
    kind: 'localHandle',
    number: thing.number,
    rights: 0xffff_ffff,
    badge: badge.number,
  };
  return oneOf<Intent>(
    [
      service('handle.Handle.Copy', {
        inHandle: lend(thing),
        newRightsMask: 0xffff_ffffn,
        copyBadge: lend(badge),
      }),
      {
        kind: 'call',
        handle: handleId(1 + pick.below(3)),
        endpoint: 'store',
        method: 'Give',
        message: record([['gift', marked]]),
      },
      service('handle.Handle.Revoke', { handle: lend(thing) }),
      service('handle.Handle.RevokeSubtree', { handle: lend(thing), badge: lend(badge) }),
    ],
    pick,
  );
};

/** To watch what it holds, and to tell others of what it provides. */
const watch = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const receiver = ofKind('receiver')[0];
  const things = ofKind('process', 'user', 'badge', 'word');
  if (receiver === undefined || things.length === 0) return service('notice.Notice.Create', {});
  const thing = oneOf(things, pick);
  return oneOf(
    [
      service('notice.Notice.SubscribeToObject', {
        notice: lend(receiver),
        object: lend(thing),
        eventMask: 0xffff_ffffn,
        eventId: 1n,
      }),
      service('notice.Notice.GetEvent', { notice: lend(receiver), msecs: 2n }),
      service('notice.Notice.SetObjectEvent', { object: lend(thing), eventMask: 0x1_0000n }),
    ],
    pick,
  );
};

/** To join with another by a channel: to ask for one, to accept who asks, to wait over it, and to let it go. */
const join = (belongings: Belongings, pick: RandomStream): Intent => {
  const { facts, process, ofKind } = belongings;
  const asking = facts.threads.find(({ asks }) => asks === process);
  const client = facts.processes.find((one) => one.process === asking?.process)?.name;
  if (client !== undefined) {
    const listeners = ofKind('other').filter(({ number }) => number > 0);
    if (listeners.length > 0 && pick.below(2) === 0) {
      const listener = lend(oneOf(listeners, pick));
      return service('cm.CM.Accept', { client, service: 's', listener });
    }
    return service(pick.below(4) === 0 ? 'cm.CM.Drop' : 'cm.CM.Accept', { client, service: 's' });
  }
  const channels = ofKind('channel');
  if (channels.length > 0 && pick.below(4) === 0) {
    const channel = oneOf(channels, pick);
    return pick.below(3) === 0
      ? service('handle.Handle.Close', { handle: lend(channel) })
      : { kind: 'recv', handle: channel.number, timeout: 2 };
  }
  return pick.below(2) === 0
    ? service('cm.CM.Connect', {
        server: oneOf(['p0', 'p1', 'p2', 'p3'], pick),
        service: 's',
        msecs: 2n,
      })
    : service('cm.CM.Listen', { filter: '', msecs: 2n });
};

/** To wait for a word that another thread wakes, its own or one that it was given. */
const synchronise = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const word = ofKind('word')[0];
  if (word === undefined) return service('sync.Sync.Alloc', {});
  return oneOf(
    [
      service('sync.Sync.Wait', { sync: lend(word), expected: 0n, msecs: 2n }),
      service('sync.Sync.Wake', { sync: lend(word), value: 0n, count: 2n }),
      service('thread.Thread.Create', { entry: 1n, priority: 8n, policy: 0n }),
    ],
    pick,
  );
};

/** What takes many steps, or two who take them, stands more than once. */
const purposes = [
  raiseProcess,
  raiseProcess,
  raiseProcess,
  handOut,
  watch,
  join,
  join,
  synchronise,
  equipChild,
  narrowHandle,
  tendImage,
  readRecords,
] as const;

/** Something that fits what a process has, towards one of some ends: so that runs reach far. */
export const purposefulIntent = (belongings: Belongings, pick: RandomStream): Intent =>
  oneOf(purposes, pick)(belongings, pick);
