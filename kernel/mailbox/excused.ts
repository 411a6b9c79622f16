const noWords = 'no words, and no handles to threads';
const noNotices = 'no notifications';
const noNewChannels = 'no channels but those of the solution';
const noMemory = 'it hands out no memory';
const noNewProcesses = 'no processes but those of the solution';
const alone =
  'concerns the actor alone: counted only where the same step concerns another, and here none does';

/**
 * Rules of the property `integrity` that the mailbox kernel gives no occasion for, and what it does not have:
 * all that it is excused from (KRN-2), beside `idleProperties`. No rule is another for it.
 */
export const excused: ReadonlyMap<string, string> = new Map([
  ['a wait for a resource ends by who holds it', noWords],
  ['a resource is changed by who holds it', 'user objects do not change'],
  ['a wait for cores to forget ends as the last one does', noMemory],
  ['a wait for an event ends by what is watched', noNotices],
  ['a receiver is told of what it watches', noNotices],
  ['a reception ends with the channel that it waits over', noNewChannels],
  ['a wait for a channel ends by who is asked for it', noNewChannels],
  ['a server that listens is told of a client', noNewChannels],
  ['a client is given the channel that it asked for', noNewChannels],
  ['a channel is made for who asked for it', noNewChannels],
  ['a channel is made with the process that begins', noNewChannels],
  ['a channel leads nowhere when its server has left its place', noNewChannels],
  ['a connection goes with the process that it leads to', noNewChannels],
  ['a process is created for a granted request to the kernel', noNewProcesses],
  ['a process that nobody holds leaves its place', noNewProcesses],
  ['a process describes itself', 'no environments'],
  [
    'a handle goes with the answer that was denied',
    'the one service that is answered later, Sleep, gives no handle',
  ],
  ['a handle is given for a granted request to the kernel', alone],
  ['a handle is copied for a granted request to the kernel', alone],
  ['a resource is made for a granted request to the kernel', alone],
]);

/** Properties that it keeps without any occasion to break them, each with the reason. */
export const idleProperties: ReadonlyMap<string, string> = new Map([
  ['accessesOwnFrames', noMemory],
  ['noResidue', noMemory],
  ['writeXorExecute', noMemory],
  ['freeFramesAreUnreachable', noMemory],
]);
