import type { ThreadId } from '../../model/ids.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Facts } from '../../kernel/kernel.ts';
import { randomStream } from '../../simulator/random.ts';
import { belongingsOf } from '../generate/belongings.ts';
import { hostileIntent } from '../generate/hostile.ts';
import { memoryIntent } from '../generate/memory.ts';
import type { PlacedIntent } from '../generate/memory.ts';
import { classFiles, interfaceFiles } from '../generate/solution.ts';

/** Three processes that give each other handles, under a policy that grants everything. */
export const sharingFiles: ReadonlyMap<string, string> = new Map([
  ...interfaceFiles,
  ...classFiles,
  [
    'security.psl',
    `execute: kl.core.Execute
use EDL Einit
use EDL kl.core.Core
${['A', 'B', 'C', 'D'].map((name) => `use EDL g.${name}`).join('\n')}
execute { grant () } request { grant () } response { grant () } error { grant () }
`,
  ],
  [
    'init.yaml',
    `entities:
- name: g.A
  task: p0
  connections: [{target: p1, id: to-p1}]
- name: g.B
  task: p1
  connections: [{target: p2, id: to-p2}]
- name: g.C
  task: p2
  connections: [{target: p0, id: to-p0}]
`,
  ],
]);

/**
 * What a thread tries in a run that is about memory alone: that, or to take the request that it is sent and to answer it,
 * so that buffers are shared. What else may be drawn makes no difference to it.
 */
export const memoryAlone = (facts: Facts, thread: ThreadId, number: number): PlacedIntent => {
  const self = facts.threads.find((one) => one.thread === thread);
  if (self === undefined) return { kind: 'recv' };
  if (self.serves !== undefined) return { kind: 'reply', as: 'response', message: emptyMessage };
  const isAsked = facts.pending.some(({ server, taken }) => server === self.process && !taken);
  if (isAsked) return { kind: 'recv', timeout: 1 };
  return memoryIntent(belongingsOf(facts, self.process), randomStream(number));
};

/** The same, and seldom anything. */
export const sharingIntent = (facts: Facts, thread: ThreadId, number: number): PlacedIntent =>
  number % 16 === 0
    ? hostileIntent(facts, thread, Math.floor(number / 16))
    : memoryAlone(facts, thread, Math.floor(number / 16));
