import type { Intent } from '../../model/step.ts';
import type { RandomStream } from '../../simulator/random.ts';
import { lend, oneOf, service } from './belongings.ts';
import type { Belongings } from './belongings.ts';

/** To copy it, to transfer it and to ask for its SID: no right of its own kind. */
const general = 0x7n;

/** The same, and the first right of its kind: not to replace an image, say. */
const narrow = 0x1_0007n;

/** To give a process that was made variables and connections before it starts, to make another, or to let go of one. */
export const equipChild = ({ facts, ofKind }: Belongings, pick: RandomStream): Intent => {
  const waiting = ofKind('process').filter((handle) => {
    const fact = facts.processes.find(({ sid }) => sid === handle.sid);
    return fact !== undefined && fact.state !== 'running';
  });
  const name = oneOf(['child', 'other', 'third'], pick);
  if (waiting.length === 0 || pick.below(8) === 0) {
    return service('task.Task.Create', { name, eiid: 'g.A', path: '' });
  }
  const task = lend(oneOf(waiting, pick));
  if (pick.below(16) === 0) return service('handle.Handle.Close', { handle: task });
  return pick.below(3) === 0
    ? service('task.Task.SetEnv', { task, name: oneOf(['a', 'a', 'b', 'c'], pick), value: 'b' })
    : service('task.Task.Connect', {
        client: task,
        server: pick.below(2) === 0 ? task : lend(oneOf(ofKind('process'), pick)),
        name: oneOf(['to', 'fro', 'up', 'down', 'in', 'out', 'back'], pick),
      });
};

/** To install an image, to hold it with fewer rights, to put another in its place, and to remove it. */
export const tendImage = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const digest = { kind: 'bytes', hex: 'ab'.repeat(32) } as const;
  const images = ofKind('image');
  if (images.length === 0) {
    return service('image.Image.Install', {
      path: '/x',
      eiid: oneOf(['g.A', 'g.B'], pick),
      digest,
    });
  }
  const image = lend(oneOf(images, pick));
  return oneOf(
    [
      service('handle.Handle.Copy', { inHandle: image, newRightsMask: narrow }),
      service('image.Image.Update', { image, eiid: oneOf(['g.A', 'g.B'], pick), digest }),
      service('image.Image.Remove', { image }),
    ],
    pick,
  );
};

/** To hold something a second time, with all rights or with few, and to revoke what comes of it. */
export const narrowHandle = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const others = ofKind('any');
  if (others.length === 0) return service('task.Task.GetName', {});
  const handle = lend(oneOf(others, pick));
  return oneOf(
    [
      service('handle.Handle.Copy', { inHandle: handle, newRightsMask: narrow }),
      service('handle.Handle.Copy', { inHandle: handle, newRightsMask: general }),
      service('handle.Handle.Copy', { inHandle: handle, newRightsMask: 0xffff_ffffn }),
      service('handle.Handle.Revoke', { handle }),
    ],
    pick,
  );
};

/** To open the log and the files, to hold them with fewer rights, and to read. */
export const readRecords = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const [logs, files] = [ofKind('log'), ofKind('other').filter(({ number }) => number > 0)];
  const [log, file] = [logs, files].map((held) =>
    held.length === 0 ? undefined : lend(oneOf(held, pick)),
  );
  if (log === undefined || file === undefined) {
    return pick.below(2) === 0
      ? service('audit.Audit.Open', { name: '' })
      : service('fs.FS.Open', { path: 'A' });
  }
  return oneOf(
    [
      service('handle.Handle.Copy', { inHandle: oneOf([log, file], pick), newRightsMask: general }),
      service('audit.Audit.Read', { handle: log }),
      service('fs.FS.Read', { file, offset: 0n, size: 2n }),
    ],
    pick,
  );
};
