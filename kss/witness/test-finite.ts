import type { SecurityEvent } from '../../model/security.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { interpreter } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import { solutionWith } from '../test-solution.ts';
import { eventIn } from './event-in.ts';
import { observe } from './observe.ts';
import { programAt } from './policy-at.ts';
import { eventSlots } from './slots.ts';
import type { EventSlot } from './slots.ts';
import type { ReachedContext } from './witness.ts';

/** Methods whose messages are few enough to try every one. */
const idl = `package t.Finite
union Either { UInt8 number; string<1> text; }
interface {
    Byte(in UInt8 a);
    Signed(in SInt8 a);
    Text(in string<1> t);
    Member(in Either e);
    List(in sequence<UInt8, 1> l);
    Two(in UInt8 a, in UInt8 b);
}
`;

const server = `task class t.Server
components { impl : t.Impl }
endpoints { direct : t.Ping
            finite : t.Finite }
`;

/** The solution of the tests with the endpoint `finite`, and a policy. */
export const finiteSolution = (policy: string): Solution =>
  solutionWith(policy, { 't/Finite.idl': idl, 't/Server.edl': server });

/** The slot of requests of a method of `finite`. */
export const finiteSlot = (solution: Solution, method: string): EventSlot | undefined =>
  eventSlots(solution).find(
    (slot) =>
      slot.event === 'request' &&
      slot.src === 't.Client' &&
      slot.endpoint === 'finite' &&
      slot.method === method,
  );

const bytes = Array.from({ length: 256 }, (_, index) => BigInt(index));
const signed = bytes.map((value) => BigInt.asIntN(8, value));
const texts = ['', ...Array.from({ length: 127 }, (_, index) => String.fromCharCode(index + 1))];

const one = (name: string, values: readonly Value[]): readonly RecordValue[] =>
  values.map((value) => record([[name, value]]));

/** Every message of each method. */
export const allMessages: ReadonlyMap<string, readonly RecordValue[]> = new Map([
  ['Byte', one('a', bytes)],
  ['Signed', one('a', signed)],
  ['Text', one('t', texts)],
  [
    'Member',
    one('e', [
      ...bytes.map((value) => ({ kind: 'union', member: 'number', value }) as const),
      ...texts.map((value) => ({ kind: 'union', member: 'text', value }) as const),
    ]),
  ],
  ['List', one('l', [[], ...bytes.map((value) => [value])])],
  [
    'Two',
    bytes.flatMap((a) =>
      bytes.map((b) =>
        record([
          ['a', a],
          ['b', b],
        ]),
      ),
    ),
  ],
]);

/** The assignments of a slot's atoms that some message has: by trying every one. */
export const assignmentsByTrying = (
  solution: Solution,
  slot: EventSlot,
  { context }: ReachedContext,
): ReadonlySet<string> => {
  const { judge } = interpreter(solution);
  const program = programAt(solution, slot);
  const found = new Set<string>();
  for (const message of allMessages.get(slot.method) ?? []) {
    const event: SecurityEvent = eventIn(solution, slot, message);
    const answer = resolve(solution, event);
    if (answer.kind !== 'resolved') continue;
    const { asked } = judge(context, event);
    found.add(observe(program, asked, answer.resolved).join());
  }
  return found;
};
