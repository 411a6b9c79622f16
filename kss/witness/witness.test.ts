import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { formatValue } from '../../solution/message/format.ts';
import type { Solution } from '../../solution/solution.ts';
import { sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import { interpreter } from '../interpreter.ts';
import { solutionWith } from '../test-solution.ts';
import { reachableContexts } from './contexts.ts';
import { eventIn } from './event-in.ts';
import { eventSlots } from './slots.ts';
import type { EventSlot } from './slots.ts';
import { tableOf } from './assign.ts';
import { atomsOf, witnessesOf } from './witness.ts';
import type { WitnessOptions } from './witness.ts';

const slotWith = (solution: Solution, method: string): EventSlot => {
  const slot = eventSlots(solution).find(
    (one) =>
      one.id ===
      `request src=t.Client dst=t.Server endpoint=impl.ping interface=t.Ping method=${method}`,
  );
  if (slot === undefined) throw new Defect(`no slot of ${method}`);
  return slot;
};

const inWords = (solution: Solution, method: string, options: WitnessOptions = {}) => {
  const { witnesses, unknown } = witnessesOf(solution, slotWith(solution, method), options);
  return {
    witnesses: witnesses.map(({ event, outcomes, judgement }) => [
      event.content.kind === 'value' ? formatValue(event.content.message) : '',
      outcomes.join(' '),
      judgement.verdict.kind,
    ]),
    unknown: unknown.map(({ what, why }) => `${what}: ${why}`),
  };
};

const ping = (body: string): Solution =>
  solutionWith(`use nk.regex._
request method=Ping { ${body} }`);

const send = (body: string): Solution =>
  solutionWith(`use nk.regex._
request method=Send { ${body} }`);

const fieldsOf = (words: readonly (readonly string[])[], ...fields: readonly string[]) =>
  words.map(([message = '', outcomes, verdict]) => [
    ...fields.map((field) =>
      new RegExp(`${field} : ("[^"]*"|\\[[^\\]]*\\]|[^,}]*)`).exec(message)?.[1]?.trim(),
    ),
    outcomes,
    verdict,
  ]);

describe('eventSlots', () => {
  it('lists each kind, parties, endpoint and method that can occur, each once [POL-4]', () => {
    const slots = eventSlots(solutionWith(''));

    const classes = 4;
    const methods = { ping: 3, endpoints: 2 };
    const own = slots.filter(({ endpoint }) => endpoint === 'impl.ping');
    expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
    expect(own).toHaveLength(3 * classes * methods.ping);
    expect(slots.filter(({ event }) => event === 'execute')).toHaveLength(classes * classes);
    expect(slots.filter(({ event }) => event === 'security').map(({ id }) => id)).toEqual([
      'security src=t.Client interface=t.Register method=Register',
    ]);
  });
});

describe('atomsOf', () => {
  it('splits conditions at logical operators, and takes cases and rules for what they are [POL-4]', () => {
    const solution = solutionWith(`policy object gate : Flow {
    type State = "a"  config = { states : ["a"], initial : "a", transitions : {} } }
request method=Ping {
    grant ()
    assert (message.value > 9 && ! (message.value & 1 == 0))
    gate.allow { sid : src_sid, states : ["a"] }
    choice (message.value) { 1 : grant () _ : assert (gate.query { sid : src_sid } == "a") }
}`);

    const atoms = atomsOf(solution, slotWith(solution, 'Ping'));

    expect(atoms.map(({ kind, text }) => [kind, text])).toEqual([
      ['comparison', 'message.value > 9'],
      ['comparison', '(message.value & 1) == 0'],
      ['rule', 'gate.allow { sid : src_sid, states : ["a"] }'],
      ['case', 'message.value is 1'],
      ['state', 'gate.query { sid : src_sid } == "a"'],
    ]);
  });
});

describe('witnessesOf', () => {
  it('gives one event for each assignment, each as the engine judges it [POL-4]', () => {
    expect(
      inWords(ping('assert (message.value < 10) assert (message.value & 3 == 1)'), 'Ping'),
    ).toEqual({
      witnesses: [
        ['{ value : 0 }', 'true false', 'denied'],
        ['{ value : 1 }', 'true true', 'granted'],
        ['{ value : 10 }', 'false false', 'denied'],
        ['{ value : 13 }', 'false true', 'denied'],
      ],
      unknown: [],
    });
  });

  it('gives one default event where no call covers the slot [POL-4]', () => {
    expect(inWords(solutionWith(''), 'Ping')).toEqual({
      witnesses: [['{ value : 0 }', '', 'denied']],
      unknown: [],
    });
  });

  it('leaves out what cannot be: a value below 5 and above 9 [POL-4]', () => {
    const { witnesses } = inWords(
      ping('assert (message.value < 5) assert (message.value > 9)'),
      'Ping',
    );

    expect(witnesses.map(([, outcomes]) => outcomes)).toEqual([
      'true false',
      'false false',
      'false true',
    ]);
  });

  it('says of atoms behind a case that is not taken that they are not asked [POL-4]', () => {
    const { witnesses } = inWords(
      ping('choice (message.value) { 1 : assert (message.value == 2) _ : grant () }'),
      'Ping',
    );

    expect(witnesses).toEqual([
      ['{ value : 0 }', 'false unasked', 'granted'],
      ['{ value : 1 }', 'true false', 'denied'],
    ]);
  });

  it('finds texts for patterns, sizes and literals together [POL-4]', () => {
    const { witnesses, unknown } = inWords(
      send(`assert (re.match { text : message.pair.b, pattern : "[a-z]+" })
            assert (size (message.pair.b) == 4)  assert (message.pair.b != "abcd")`),
      'Send',
    );

    expect([fieldsOf(witnesses, 'b'), unknown]).toEqual([
      [
        ['""', 'false false true', 'denied'],
        ['"AAAA"', 'false true true', 'denied'],
        ['"a"', 'true false true', 'denied'],
        ['"aaaa"', 'true true true', 'granted'],
        ['"abcd"', 'true true false', 'denied'],
      ],
      [],
    ]);
  });

  it('knows that a union has one member, and an element must be there to be read [POL-4]', () => {
    const { witnesses, unknown } = inWords(
      send('assert (message.either.number == 7) assert (message.list.[1] > 3)'),
      'Send',
    );

    expect(unknown).toEqual([]);
    expect(witnesses.map(([, outcomes]) => outcomes).sort()).toEqual([
      'failed failed',
      'failed false',
      'failed true',
      'false failed',
      'false false',
      'false true',
      'true failed',
      'true false',
      'true true',
    ]);
  });

  it('reads the SID and the rights of a handle [POL-4]', () => {
    const { witnesses } = inWords(
      send('assert (message.handle.handle == dst_sid) assert (message.handle.rights & 2 == 2)'),
      'Send',
    );

    expect(fieldsOf(witnesses, 'handle').map(([handle, outcomes]) => [handle, outcomes])).toEqual([
      ['handle of 0', 'false false'],
      ['handle of 0', 'false true'],
      ['handle of 3', 'true false'],
      ['handle of 3', 'true true'],
    ]);
  });

  it('tells what it cannot decide: a product of two integers of many values [POL-4]', () => {
    const { unknown } = inWords(
      ping('assert (message.value * message.value == 15241578750190521)'),
      'Ping',
    );

    expect(unknown).toEqual([
      '(message.value * message.value) == 15241578750190521: it is no condition of comparisons, sums, masks, texts and entries alone',
    ]);
  });

  it('tells where it stops, and still looks for each outcome of each atom [POL-4]', () => {
    const { witnesses, unknown } = inWords(
      send(`assert (message.pair.a > 3) assert (message.pair.b == "x")
            assert (message.either.number > 9) assert (size (message.list) > 1)`),
      'Send',
      { most: 4 },
    );

    const seen = new Set(
      witnesses.flatMap(([, outcomes = '']) =>
        outcomes.split(' ').map((outcome, atom) => `${String(atom)} ${outcome}`),
      ),
    );
    expect(unknown).toHaveLength(1);
    expect([...seen].sort()).toEqual([
      '0 false',
      '0 true',
      '1 false',
      '1 true',
      '2 failed',
      '2 false',
      '2 true',
      '3 false',
      '3 true',
    ]);
  });

  it('tells apart what two policies ask of one event [POL-3]', () => {
    const [before, after] = [
      ping('assert (message.value < 10)'),
      ping('assert (message.value < 20)'),
    ];

    const { witnesses } = witnessesOf(before, slotWith(before, 'Ping'), { beside: [after] });

    expect(
      witnesses.map(({ event, judgement, beside }) => [
        event.content.kind === 'value' ? formatValue(event.content.message) : '',
        judgement.verdict.kind,
        ...beside.map(({ verdict }) => verdict.kind),
      ]),
    ).toEqual([
      ['{ value : 0 }', 'granted', 'granted'],
      ['{ value : 10 }', 'denied', 'granted'],
      ['{ value : 20 }', 'denied', 'denied'],
    ]);
  });

  it('finds out a solver that says of an atom what the engine does not [POL-4]', () => {
    const lying: typeof tableOf = (component, type) => {
      const { rows, doubts } = tableOf(component, type);
      return {
        rows: rows.map(({ chosen }) => ({
          chosen,
          outcomes: new Map(component.atoms.map(({ number }) => [number, 'false'] as const)),
        })),
        doubts,
      };
    };
    const solution = ping('assert (message.value < 10)');

    expect(() => witnessesOf(solution, slotWith(solution, 'Ping'), { solve: lying })).toThrow(
      Defect,
    );
  });
});

describe('witnessesOf, of entries and SIDs', () => {
  const policy = `policy object pairs : HashSet { type Entry = [UInt8, UInt32]  config = { set_size : 2, pool_size : 1 } }
execute src=Einit dst=t.Server {
    grant ()  pairs.init { sid : dst_sid }  pairs.add { sid : dst_sid, entry : [3, 70000] }
}
request method=Send dst=t.Server {
    assert (pairs.contains { sid : dst_sid, entry : [message.pair.a, message.handle.rights] })
}`;

  it('finds a tuple that a set has, and one that it has not [POL-4]', () => {
    const solution = solutionWith(policy);
    const { contexts } = reachableContexts(solution);

    const { witnesses, unknown } = inWords(solution, 'Send', { contexts });

    expect([witnesses.map(([, outcomes]) => outcomes), unknown]).toEqual([
      ['failed', 'false', 'true'],
      [],
    ]);
  });

  it('takes SIDs for which nothing is kept for alike, as trying all 65536 does [POL-4]', () => {
    const solution = solutionWith(`policy object gate : Flow {
    type State = "a" | "b"  config = { states : ["a", "b"], initial : "a", transitions : { "a" : ["b"] } } }
execute src=Einit { gate.init { sid : dst_sid } }
request method=Note dst=t.Server { gate.enter { sid : dst_sid, state : "b" } }
request method=Send dst=t.Server {
    assert (message.handle.handle != dst_sid)
    gate.allow { sid : message.handle.handle, states : ["a"] }
}`);
    const slot = slotWith(solution, 'Send');
    const { contexts } = reachableContexts(solution);
    const last = contexts.filter((_, index) => index === contexts.length - 1);

    const { witnesses, unknown } = witnessesOf(solution, slot, { contexts: last });

    const { judge } = interpreter(solution);
    const tried = new Set(
      last.flatMap(({ context }) =>
        Array.from({ length: 65_536 }, (_, sid) => {
          const handle = { kind: 'handle', sid: sidOf(sid), rights: 0 } as const;
          const event = eventIn(solution, slot, record([['handle', handle]]));
          const { asked } = judge(context, event);
          return asked.map(({ finding }) => finding?.result).join();
        }),
      ),
    );
    const found = new Set(
      witnesses.map(({ judgement: { asked } }) =>
        asked.map(({ finding }) => finding?.result).join(),
      ),
    );
    expect([[...found].sort(), unknown]).toEqual([[...tried].sort(), []]);
  });

  it('does not take an entry between two literals for one of the type [POL-4]', () => {
    const solution =
      solutionWith(`policy object seen : HashSet { type Entry = 0 | 255  config = { set_size : 1, pool_size : 1 } }
execute src=Einit dst=t.Server { seen.init { sid : dst_sid } }
request method=Send dst=t.Server { seen.add { sid : dst_sid, entry : message.pair.a } }`);
    const { contexts } = reachableContexts(solution);

    const { witnesses, unknown } = inWords(solution, 'Send', { contexts: contexts.slice(1, 2) });

    expect([witnesses.map(([, outcomes]) => outcomes), unknown]).toEqual([['true', 'failed'], []]);
  });
});
