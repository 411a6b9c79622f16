import { at } from '../../model/defect.ts';
import { handleId, sidOf } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';

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

const serviceCalls: readonly Intent[] = [0, 1, 2, 9].flatMap((number) => [
  call(
    0,
    'handle.Handle',
    'Copy',
    message({
      inHandle: { kind: 'localHandle', number: handleId(number), rights: 0xffff_ffff },
      newRightsMask: 0x1_0000n,
    }),
  ),
  call(
    0,
    'handle.Handle',
    'Close',
    message({ handle: { kind: 'localHandle', number: handleId(number), rights: 0 } }),
  ),
]);

/** Well-formed calls, of which a policy grants many. */
const usualCalls: readonly Intent[] = [1, 2, 3].flatMap((handle) => [
  ...[0n, 1n, 255n].map((x) => call(handle, 'meter', 'Read', message({ x }))),
  call(handle, 'meter', 'Write', message({ x: 1n, s: 'abcd' })),
  call(handle, 'store', 'Put', message({ items: [1n, 2n] })),
  call(handle, 'store', 'Get', message({ x: 1n })),
]);

/** What keeps a rendezvous going: requests are taken and answered. */
const usual: readonly Intent[] = [
  ...usualCalls,
  ...usualCalls,
  ...Array.from({ length: 18 }, (): Intent => ({ kind: 'recv' })),
  ...Array.from({ length: 12 }, () => reply('response', emptyMessage)),
  ...Array.from({ length: 3 }, () => reply('error', message({ code: 1n }))),
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
  ...serviceCalls,
];

/** What a thread of a generated solution may try: three in four times something usual. */
export const hostileIntent = (choice: number): Intent => {
  const list = choice % 4 === 0 ? senseless : usual;
  return at(list, Math.floor(choice / 4) % list.length);
};
