import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { sidOf } from '../../model/ids.ts';
import type { SecurityEvent } from '../../model/security.ts';
import { client, eventOf, server, solutionWith } from '../test-solution.ts';
import { compile } from './compile.ts';
import type { Session } from './session.ts';

const policy = `
policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut"] } }
}
policy object seen : HashSet {
    type Entry = UInt32
    config = { set_size : 2, pool_size : 2 }
}
request method=Note { grant () gate.init { sid : src_sid } seen.init { sid : src_sid } }
request method=Ping {
    seen.add { sid : src_sid, entry : message.value }
    choice (gate.query { sid : src_sid }) {
        "shut" : gate.enter { sid : src_sid, state : "open" }
        "open" : gate.enter { sid : src_sid, state : "shut" }
    }
    deny (message.value == 9)
}
response { grant () }
`;

const note = eventOf('request', 'Note');
const ping = (value: bigint): SecurityEvent => eventOf('request', 'Ping', { value });

const start = (): Session => compile(solutionWith(policy)).session();

const view = (session: Session): unknown => {
  const { module } = compile(solutionWith(policy));
  return module.describe(session.context());
};

const set = (...entries: readonly bigint[]) => ({ '3': entries });

describe('compile', () => {
  it('changes the context of its session in place, and takes back what a denied event did [KSS-2]', () => {
    const session = start();

    const kinds = [note, ping(1n), ping(9n), ping(2n)].map((event) => session.decide(event).kind);

    expect(kinds).toEqual(['granted', 'granted', 'denied', 'granted']);
    expect(view(session)).toEqual({
      level: 0,
      objects: { gate: { 3: 'shut' }, seen: set(1n, 2n) },
    });
  });

  it('goes back to a mark, over granted events too [KSS-2]', () => {
    const session = start();
    session.decide(note);
    const before = view(session);

    const mark = session.mark();
    session.decide(ping(1n));
    const inner = session.mark();
    session.decide(ping(2n));
    session.release(sidOf(3));
    session.rewind(inner);
    const between = view(session);
    session.rewind(mark);

    expect(between).toEqual({ level: 0, objects: { gate: { 3: 'open' }, seen: set(1n) } });
    expect(view(session)).toEqual(before);
  });

  it('drops all that is held for an SID that is released [KSS-2]', () => {
    const session = start();
    session.decide(note);
    session.decide(ping(1n));

    session.release(sidOf(3));

    expect(view(session)).toEqual({ level: 0, objects: { gate: {}, seen: {} } });
  });

  it('decides a prepared event as the event itself, whatever happened between [KSS-1]', () => {
    const [plain, prepared] = [start(), start()];
    const events = [ping(1n), note, ping(1n), ping(9n), eventOf('response', 'Ping')];
    const ready = events.map(prepared.prepare);

    const verdicts = ready.map(prepared.decidePrepared);

    expect(verdicts).toEqual(events.map(plain.decide));
    expect(view(prepared)).toEqual(view(plain));
  });

  it('keeps sessions of one policy apart [KSS-2]', () => {
    const compiled = compile(solutionWith(policy));
    const [one, other] = [compiled.session(), compiled.session()];

    one.decide(note);

    expect(other.decide(ping(1n)).kind).toBe('denied');
    expect(one.decide(ping(1n)).kind).toBe('granted');
  });

  it('takes contexts in any order, and gives the very same one where nothing moved [KSS-2]', () => {
    const { module } = compile(solutionWith(policy));
    const noted = module.decide(module.initial, note).next ?? module.initial;
    const opened = module.decide(noted, ping(1n)).next ?? noted;

    const again = module.decide(noted, ping(2n)).next ?? noted;
    const denied = module.decide(opened, ping(9n));

    expect(module.describe(again)).toEqual({
      level: 0,
      objects: { gate: { 3: 'open' }, seen: set(2n) },
    });
    expect(module.describe(opened)).toEqual({
      level: 0,
      objects: { gate: { 3: 'open' }, seen: set(1n) },
    });
    expect(denied.next).toBeUndefined();
  });

  it('refuses a context of another policy as a defect [KSS-2]', () => {
    const { module } = compile(solutionWith(policy));
    const other = compile(solutionWith(policy)).module;

    expect(() => module.decide(other.initial, note)).toThrow(Defect);
  });

  it('denies in the words of the interpreter what no slot is for [KSS-1]', () => {
    const session = start();
    const strange = { kind: 'unknown', name: 'x' } as const;
    const events = [
      { ...note, source: strange },
      { ...note, method: 'Nothing' },
      { ...note, endpoint: undefined },
      { ...note, destination: undefined },
      eventOf('request', 'Ping', { value: 1n << 32n }),
      { ...note, source: server, destination: client },
    ];

    const reasons = events.map((event) => {
      const verdict = session.decide(event);
      return verdict.kind === 'denied' ? verdict.because : 'granted';
    });

    expect(reasons).toEqual([
      'unknownSubject',
      'unknownMethod',
      'unknownMethod',
      'unknownSubject',
      'malformed',
      'unknownMethod',
    ]);
  });
});

describe('a program with choices', () => {
  /** Two ways that a careless numbering of cases takes for one. */
  const branches = `request method=Ping {
    choice (message.value & 3) {
        0 : choice (message.value & 12) { 0 : grant () 4 : bool.assert (true) 8 : grant () 12 : grant () }
        1 : choice (message.value & 12) { 0 : grant () 4 : grant () _ : bool.assert (true) }
        2 : { grant () grant () }
    }
    choice (message.value & 16) { 16 : grant () _ : bool.assert (true) }
}`;

  it('tells of each way the rules that were asked, the second time too [KSS-3]', () => {
    const solution = solutionWith(branches);
    const session = compile(solution).session();
    const fresh = compile(solution);
    const values = Array.from({ length: 32 }, (_, value) => BigInt(value));

    const [first, second] = [0, 1].map(() => values.map((value) => session.decide(ping(value))));

    expect(second).toEqual(first);
    expect(first).toEqual(values.map((value) => fresh.session().decide(ping(value))));
  });
});
