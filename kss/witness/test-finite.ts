import { Defect } from '../../model/defect.ts';
import type { SecurityEvent } from '../../model/security.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { initialContext } from '../context.ts';
import type { Context } from '../context.ts';
import { interpreter } from '../interpreter.ts';
import type { Judgement } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import { solutionWith } from '../test-solution.ts';
import { tableOf } from './assign.ts';
import { contextKey } from './contexts.ts';
import { eventIn } from './event-in.ts';
import { observe } from './observe.ts';
import { programAt } from './policy-at.ts';
import type { Solve } from './search.ts';
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

/** What makes the solution of the tests have the endpoint `finite`. */
export const finiteFiles = { 't/Finite.idl': idl, 't/Server.edl': server } as const;

/** The solution of the tests with the endpoint `finite`, and a policy. */
export const finiteSolution = (policy: string): Solution => solutionWith(policy, finiteFiles);

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

/** The same rules for one client alone, so that few contexts can be reached. */
export const ofClient = (policy: string): string =>
  policy.replace('request dst=t.Server', 'request src=t.Client dst=t.Server');

/** An event, and what each of some policies says of it in the context in which it is. */
export interface Tried {
  readonly slot: EventSlot;
  readonly event: SecurityEvent;
  readonly contexts: readonly Context[];
  readonly judgements: readonly Judgement[];
}

/** Every event for which policies of tests have a rule: all of the start, all messages of a method. */
const everyEvent = (
  solution: Solution,
  method: string,
): readonly Pick<Tried, 'slot' | 'event'>[] => {
  const slot = finiteSlot(solution, method);
  if (slot === undefined) throw new Defect('no such slot');
  return [
    ...eventSlots(solution)
      .filter(({ event, src }) => event === 'execute' && src === 'Einit')
      .map((one) => ({ slot: one, event: eventIn(solution, one) })),
    ...(allMessages.get(method) ?? []).map((message) => ({
      slot,
      event: eventIn(solution, slot, message),
    })),
  ];
};

/** Tries every event in every context to which events lead that all the policies grant. */
export const tryEverything = (
  solutions: readonly [Solution, ...Solution[]],
  method: string,
  see: (tried: Tried) => void,
): void => {
  const judges = solutions.map((one) => interpreter(one).judge);
  const events = everyEvent(solutions[0], method);
  const reached = new Map<string, readonly Context[]>();
  const reach = (contexts: readonly Context[]): void => {
    const key = contexts.map(contextKey).join('\n');
    if (!reached.has(key)) reached.set(key, contexts);
  };
  reach(solutions.map((one) => initialContext(one)));
  for (const contexts of reached.values()) {
    for (const { slot, event } of events) {
      const judgements = judges.flatMap((judge, index) => {
        const context = contexts[index];
        return context === undefined ? [] : [judge(context, event)];
      });
      see({ slot, event, contexts, judgements });
      if (judgements.every(({ verdict }) => verdict.kind === 'granted')) {
        reach(judgements.map(({ context }) => context));
      }
    }
  }
};

/** A solver that takes the last assignment of each component for impossible: what it forgets must be found out. */
export const forgetful: Solve = (component, type, options) => {
  const table = tableOf(component, type, options);
  return { ...table, rows: table.rows.length > 1 ? table.rows.slice(0, -1) : table.rows };
};
