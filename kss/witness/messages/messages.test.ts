import { describe, expect, it } from 'vitest';
import { Defect } from '../../../model/defect.ts';
import { formatValue } from '../../../solution/message/format.ts';
import type { Solution } from '../../../solution/solution.ts';
import type { Source } from '../../../solution/source.ts';
import { parseExpression } from '../../../solution/syntax/expression.ts';
import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import { solutionWith } from '../../test-solution.ts';
import { firstParties } from '../event-in.ts';
import { eventSlots } from '../slots.ts';
import { finiteSolution, forgetful } from '../test-finite.ts';
import type { MessageSlot } from './course.ts';
import { messagesOf } from './messages.ts';
import type { MessageOptions } from './messages.ts';

const whenOf = (text: string): Expression => {
  const source: Source = { file: 'programs.yaml', text };
  const { tree } = parseExpression(source);
  if (tree === undefined) throw new Defect(`${text} is no expression`);
  return tree;
};

const slotWith = (
  solution: Solution,
  method: string,
  tests: readonly string[] = [],
  endpoint = 'finite',
): MessageSlot => {
  const slot = eventSlots(solution).find(
    (one) =>
      one.event === 'request' &&
      one.src === 't.Client' &&
      one.endpoint === endpoint &&
      one.method === method,
  );
  if (slot === undefined) throw new Defect(`no slot of ${method}`);
  return { slot, parties: firstParties(solution, slot), tests: tests.map(whenOf) };
};

const inWords = (
  solution: Solution,
  slots: readonly MessageSlot[],
  options: MessageOptions = {},
): readonly { readonly messages: readonly string[]; readonly unknown: readonly string[] }[] =>
  messagesOf(solution, slots, options).map(({ messages, unknown }) => ({
    messages: messages.map(formatValue),
    unknown: unknown.map(({ what, why }) => `${what}: ${why}`),
  }));

const byteIn = (rules: string, objects = ''): Solution =>
  finiteSolution(`${objects}
request src=t.Client dst=t.Server endpoint=finite method=Byte { ${rules} }`);

const set = (size: number): string =>
  `policy object seen : HashSet { type Entry = UInt8  config = { set_size : ${String(size)}, pool_size : 1 } }\n`;

describe('messagesOf', () => {
  it('gives one message for each satisfiable assignment, of policy and tests together [POL-4] [OBJ-1]', () => {
    const solution = byteIn('assert (message.a > 9)  assert (message.a < 5)');

    expect(inWords(solution, [slotWith(solution, 'Byte', ['message.a == 200'])])).toEqual([
      { messages: ['{ a : 0 }', '{ a : 5 }', '{ a : 10 }', '{ a : 200 }'], unknown: [] },
    ]);
  });

  it('gives the default message alone where no call covers the slot: all is denied [OBJ-1]', () => {
    const solution = byteIn('grant ()');

    expect(inWords(solution, [slotWith(solution, 'Signed', ['message.a == 2'])])).toEqual([
      { messages: ['{ a : 0 }'], unknown: [] },
    ]);
  });

  it('does not ask in which state an atom is asked: all its outcomes are there [POL-4]', () => {
    const gate = `policy object gate : Flow { type State = "shut" | "open"
config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } } }`;
    const solution = byteIn(
      'choice (gate.query { sid : src_sid }) { "shut" : grant () "open" : assert (message.a == 7) }',
      gate,
    );

    expect(inWords(solution, [slotWith(solution, 'Byte')])).toEqual([
      { messages: ['{ a : 0 }', '{ a : 7 }'], unknown: [] },
    ]);
  });

  it('gives one more value than a set has slots, for each way to satisfy conditions [POL-4] [OBJ-1]', () => {
    const solution = byteIn(
      'seen.add { sid : dst_sid, entry : message.a }  assert (message.a >= 100)',
      set(2),
    );

    const [found] = inWords(solution, [slotWith(solution, 'Byte')]);

    expect(found?.unknown).toEqual([]);
    expect(found?.messages).toEqual(
      ['0', '1', '2', '100', '101', '102'].map((value) => `{ a : ${value} }`),
    );
  });

  it('adds the constants that are kept, or sent by programs [POL-4]', () => {
    const solution = byteIn(
      'seen.add { sid : dst_sid, entry : 50 }  seen.remove { sid : dst_sid, entry : message.a }',
      set(1),
    );

    const [found] = inWords(solution, [slotWith(solution, 'Byte')], { values: [60n, 300n] });

    expect(found?.messages).toEqual(
      expect.arrayContaining(['{ a : 50 }', '{ a : 60 }', '{ a : 0 }', '{ a : 1 }']),
    );
    expect(found?.messages).toHaveLength(4);
  });

  it('tells values apart by what any slot asks of them, if one set keeps them [POL-4]', () => {
    const solution = finiteSolution(`${set(1)}
request src=t.Client dst=t.Server endpoint=finite {
    match method=Byte { seen.add { sid : dst_sid, entry : message.a } }
    match method=Two { assert (seen.contains { sid : dst_sid, entry : message.a }) assert (message.a > 9) }
}`);

    const [kept, asked] = inWords(solution, [
      slotWith(solution, 'Byte'),
      slotWith(solution, 'Two'),
    ]);

    const values = ['0', '1', '10', '11'];
    expect(kept?.messages).toEqual(values.map((value) => `{ a : ${value} }`));
    expect(asked?.messages).toEqual(values.map((value) => `{ a : ${value}, b : 0 }`));
  });

  it.each([
    ['assert (message.a > message.b)', 'two parts are compared'],
    ['seen.add { sid : dst_sid, entry : message.b + 1 }', 'what is kept is computed'],
  ])('says that it does not know, where it is %s: %s [POL-4]', (rule) => {
    const solution = finiteSolution(`${set(1)}
request src=t.Client dst=t.Server endpoint=finite method=Two {
    seen.add { sid : dst_sid, entry : message.a }  ${rule} }`);

    const [found] = inWords(solution, [slotWith(solution, 'Two')]);

    expect(found?.unknown.length).toBeGreaterThan(0);
    expect(found?.unknown[0]).toMatch(/more than whether something is kept/u);
  });

  it('says what it does not know of handles [POL-4]', () => {
    const foundIn = (rule: string) => {
      const solution = solutionWith(
        `request src=t.Client dst=t.Server endpoint=direct method=Send { ${rule} }`,
      );
      return inWords(solution, [slotWith(solution, 'Send', [], 'direct')])[0]?.unknown;
    };

    expect(foundIn('assert (message.handle.rights & 3 == 0) assert (message.pair.a > 1)')).toEqual(
      [],
    );
    expect(foundIn('assert (message.handle.rights == message.pair.a)')).toEqual([
      'message.handle.rights == message.pair.a: it asks for a handle together with another part of the message',
    ]);
  });

  it('says that it does not vary whether a handle is there [POL-4]', () => {
    const solution = solutionWith('request src=t.Client dst=t.Server endpoint=more { grant () }', {
      't/More.idl': `package t.More
struct Pair { Handle one; UInt8 other; }
union Either { UInt16 number; Handle handle; }
interface { Take(in Pair pair, in Either either, in sequence<Handle, 2> list); }
`,
      't/Server.edl': `task class t.Server
components { impl : t.Impl }
endpoints { direct : t.Ping
            more : t.More }
`,
    });

    expect(inWords(solution, [slotWith(solution, 'Take', [], 'more')])[0]?.unknown).toEqual([
      expect.stringMatching(/whether "either" has a handle is not varied$/u),
      expect.stringMatching(/whether "list" has a handle is not varied$/u),
    ]);
  });

  it('says what its solver does not decide [POL-4]', () => {
    const solution = solutionWith(
      'request src=t.Client dst=t.Server endpoint=direct method=Send { assert (message.pair.a * message.pair.a == message.list.[0]) }',
    );

    const [found] = inWords(solution, [slotWith(solution, 'Send', [], 'direct')]);

    expect(found?.unknown).toEqual([
      expect.stringMatching(/^\(message.pair.a \* message.pair.a\) == /u),
    ]);
    expect(found?.messages.every((text) => text.includes('handle : '))).toBe(true);
  });

  it('knows the entries of every slot, and not those that come from the kernel, or anywhere [POL-4]', () => {
    const withMore = (more: string) =>
      finiteSolution(`${set(1)}
request src=t.Client dst=t.Server endpoint=finite method=Byte { deny (seen.contains { sid : dst_sid, entry : message.a }) }
${more}`);
    const foundIn = (solution: Solution, options: MessageOptions = {}) =>
      inWords(solution, [slotWith(solution, 'Byte')], options)[0];
    const started = foundIn(
      withMore('execute dst=t.Server { seen.add { sid : dst_sid, entry : 77 } }'),
    );
    const told = foundIn(
      withMore(
        'response src=kl.core.Core endpoint=handle.Handle method=Close { seen.add { sid : dst_sid, entry : message.rc } }',
      ),
    );

    expect(started?.messages).toContain('{ a : 77 }');
    expect(started?.unknown).toEqual([]);
    expect(told?.unknown).toHaveLength(1);
    expect(foundIn(withMore(''), { values: 'any' })?.unknown).toHaveLength(1);
  });

  it('follows sixteen values at most, and says so [POL-4]', () => {
    const solution = byteIn('seen.add { sid : dst_sid, entry : message.a }', set(40));

    const [found] = inWords(solution, [slotWith(solution, 'Byte')]);

    expect(found?.unknown).toEqual([
      'what seen keeps: 40 values can be kept at once, of which 16 are told apart',
    ]);
  });

  it('gives every outcome of each atom where assignments are too many, and says so [POL-4]', () => {
    const rules = [1, 2, 4, 8, 16, 32, 64, 128].map(
      (mask) =>
        `assert (message.a & ${String(mask)} == 0) assert (message.b & ${String(mask)} == 0)`,
    );
    const solution = finiteSolution(
      `request src=t.Client dst=t.Server endpoint=finite method=Two { ${rules.join(' ')} }`,
    );

    const [found] = inWords(solution, [slotWith(solution, 'Two')]);

    expect(found?.messages).toHaveLength(511);
    expect(found?.unknown[0]).toMatch(/more than 256 assignments/u);
  });

  it('has fewer messages where its solver forgets an assignment [POL-4] [GATE-1]', () => {
    const solution = byteIn('assert (message.a > 9)');

    const [found] = inWords(solution, [slotWith(solution, 'Byte')], { solve: forgetful });

    expect(found?.messages).toHaveLength(1);
  });
});
