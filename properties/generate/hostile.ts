import { at } from '../../model/defect.ts';
import { handleId, sidOf } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { Facts } from '../../kernel/kernel.ts';
import { belongingsOf } from './belongings.ts';
import { memoryIntent } from './memory.ts';
import type { PlacedIntent } from './memory.ts';
import { purposefulIntent } from './purposeful.ts';
import { randomStream } from '../../simulator/random.ts';
import { serviceIntent } from './services.ts';

const message = (fields: Readonly<Record<string, Value>>): RecordValue =>
  record(Object.entries(fields));

const call = (handle: number, endpoint: string, method: string, given: RecordValue): Intent => ({
  kind: 'call',
  handle: handleId(handle),
  endpoint,
  method,
  message: given,
});

const reply = (as: 'response' | 'error', given: RecordValue): Intent => ({
  kind: 'reply',
  as,
  message: given,
});

const forged: Value = { kind: 'handle', sid: sidOf(3), rights: 0xffff_ffff };

/** Messages of every shape, well-typed for some method and for none. */
const messages: readonly RecordValue[] = [
  emptyMessage,
  message({ x: 1n }),
  message({ x: 0n, s: 'abcd' }),
  message({ x: 255n }),
  message({ x: 256n }),
  message({ x: 'text' }),
  message({ x: true }),
  message({ s: 'far too long' }),
  message({ items: [1n, 2n] }),
  message({ items: [1n, 2n, 3n] }),
  message({ stranger: 1n }),
  message({ x: forged }),
];

const methods = [
  ['meter', 'Read'],
  ['meter', 'Write'],
  ['store', 'Put'],
  ['store', 'Get'],
  ['meter', 'Nothing'],
  ['nowhere', 'Read'],
] as const;

/** A message with a handle of the sender's own in it. */
const withHandle = (name: 'gift' | 'back', number: number, badge?: number): RecordValue =>
  message({
    [name]: {
      kind: 'localHandle',
      number: handleId(number),
      rights: 0xffff_ffff,
      ...(badge === undefined ? {} : { badge: handleId(badge) }),
    },
  });

/** Well-formed calls, of which a policy grants many. */
const usualCalls: readonly Intent[] = [1, 2, 3].flatMap((handle) => [
  ...[0n, 1n, 255n].map((x) => call(handle, 'meter', 'Read', message({ x }))),
  call(handle, 'meter', 'Write', message({ x: 1n, s: 'abcd' })),
  call(handle, 'store', 'Put', message({ items: [1n, 2n] })),
  call(handle, 'store', 'Get', message({ x: 1n })),
  ...[0, 1, 2, 3, 4].map((gift) => call(handle, 'store', 'Give', withHandle('gift', gift))),
  call(handle, 'store', 'Give', withHandle('gift', 3, 4)),
  { ...call(handle, 'meter', 'Read', message({ x: 1n })), timeout: 1 },
  { ...call(handle, 'meter', 'Read', message({ x: 1n })), interrupt: handleId(3) },
  call(handle, '', 'Read', message({ x: 1n })),
]);

/** Ways to wait for a request: mostly for a time, so that runs go on. */
const receptions: readonly Intent[] = [
  ...Array.from({ length: 9 }, (): Intent => ({ kind: 'recv', timeout: 1 })),
  { kind: 'recv' },
  { kind: 'recv', handle: handleId(2), timeout: 2 },
  { kind: 'recv', interrupt: handleId(3) },
];

/** Ways to answer. */
const answers: readonly Intent[] = [
  ...Array.from({ length: 6 }, () => reply('response', emptyMessage)),
  ...Array.from({ length: 2 }, () => reply('error', message({ code: 1n }))),
  ...[0, 1, 2, 3].map((gift) => reply('response', withHandle('back', gift))),
];

/** Wrong and senseless: each combination of handle, method and message, replies, services. */
const senseless: readonly Intent[] = [
  ...messages.map((given) => reply('response', given)),
  reply('response', message({ y: 1n })),
  ...[1, 2, 3].flatMap((handle) =>
    methods.flatMap(([endpoint, method]) =>
      messages.map((given) => call(handle, endpoint, method, given)),
    ),
  ),
  call(99, 'meter', 'Read', message({ x: 1n })),
  { kind: 'recv', handle: handleId(0) },
  { kind: 'querySecurity', interface: 'g.Nothing', method: 'Ask', message: emptyMessage },
  { kind: 'trap', code: 7 },
];

/**
 * What a thread of a generated solution may try: half of the time a service of the kernel, mostly with a purpose, else
 * at random, or something about memory, where the kernel hands out any; else a call, a reception or an answer as its state suggests, or something senseless.
 */
export const hostileIntent = (facts: Facts, thread: ThreadId, number: number): PlacedIntent => {
  const pick = randomStream(number);
  const kind = pick.below(16);
  const self = facts.threads.find((one) => one.thread === thread);
  if (kind < 8 && self !== undefined) {
    const belongings = belongingsOf(facts, self.process);
    if (kind === 7 && facts.frames.length > 0) return memoryIntent(belongings, pick);
    return kind < 6
      ? purposefulIntent(belongings, pick)
      : serviceIntent((kinds) => belongings.ofKind(...kinds).map((one) => one.number), pick);
  }
  if (kind === 8) return at(senseless, pick.below(senseless.length));
  const isServing = self?.serves !== undefined;
  if (isServing && kind < 13) return at(answers, pick.below(answers.length));
  const list = kind < 12 ? receptions : usualCalls;
  const intent = at(list, pick.below(list.length));
  const isPatient = intent.kind !== 'call' || pick.below(8) === 0;
  return isPatient ? intent : { ...intent, timeout: 2 };
};
