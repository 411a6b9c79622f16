import { describe, expect, it } from 'vitest';
import { sidOf } from '../model/ids.ts';
import type { SecurityEvent, Subject } from '../model/security.ts';
import { greatestSid } from './values.ts';
import { bothEngines } from './test-both-engines.ts';
import { eventOf, solutionWith } from './test-solution.ts';

/** Nesting close to the 200 levels of the parser; parentheses count twice. */
const deepest = 190;

const withSid = (sid: number): Subject => ({
  kind: 'known',
  name: `process ${String(sid)}`,
  className: 't.Client',
  sid: sidOf(sid),
});

const noteOf = (sid: number): SecurityEvent =>
  eventOf('request', 'Note', {}, { source: withSid(sid) });

/** The reasons, or `granted`, of events one after the other. */
const run = (policy: string, events: readonly SecurityEvent[]): readonly string[] => {
  const engine = bothEngines(solutionWith(policy));
  let context = engine.initial;
  return events.map((event) => {
    const { verdict, next } = engine.decide(context, event);
    context = next ?? context;
    return verdict.kind === 'granted' ? 'granted' : verdict.because;
  });
};

describe('a policy at its limits', () => {
  it('binds the first and the last SID, and no other [KSS-1]', () => {
    const policy = `policy object seen : HashSet {
    type Entry = UInt8
    config = { set_size : 4294967295, pool_size : 4294967295 }
}
request method=Note { seen.init { sid : src_sid } seen.add { sid : src_sid, entry : 255 } }`;
    const last = Number(greatestSid);

    expect(run(policy, [noteOf(1), noteOf(last), noteOf(0), noteOf(last + 1)])).toEqual([
      'granted',
      'granted',
      'ruleRefused',
      'ruleRefused',
    ]);
  });

  it('judges an expression as deep as may be written [KSS-1]', () => {
    const deep = `${'('.repeat(deepest / 2)}message.value == 1${')'.repeat(deepest / 2)}`;
    const negated = `${'!'.repeat(deepest)}true`;
    const policy = `request method=Ping { assert (${deep}) assert (${negated}) }`;

    expect(
      run(policy, [
        eventOf('request', 'Ping', { value: 1n }),
        eventOf('request', 'Ping', { value: 2n }),
      ]),
    ).toEqual(['granted', 'ruleRefused']);
  });

  it('judges choices as deep as may be written [KSS-1]', () => {
    const depth = 90;
    const nested = `${'choice (message.value) { 1 : '.repeat(depth)}grant ()${' }'.repeat(depth)}`;

    expect(
      run(`request method=Ping { ${nested} }`, [
        eventOf('request', 'Ping', { value: 1n }),
        eventOf('request', 'Ping', { value: 2n }),
      ]),
    ).toEqual(['granted', 'failed']);
  });

  it('asks each of ten thousand rules and takes one of ten thousand cases [KSS-1]', () => {
    const rules = Array.from({ length: 10_000 }, () => 'grant ()').join('\n');
    const cases = Array.from({ length: 10_000 }, (_, index) => `${String(index)} : grant ()`);
    const policy = `request method=Note { ${rules} }
request method=Ping { choice (message.value) { ${cases.join('\n')} } }`;
    const engine = bothEngines(solutionWith(policy));

    const note = engine.decide(engine.initial, eventOf('request', 'Note')).verdict;
    const last = engine.decide(engine.initial, eventOf('request', 'Ping', { value: 9999n }));
    const beyond = engine.decide(engine.initial, eventOf('request', 'Ping', { value: 10_000n }));

    expect(note.by).toHaveLength(10_000);
    expect(last.verdict.by).toHaveLength(1);
    expect(beyond.verdict).toMatchObject({ kind: 'denied', because: 'failed' });
  });

  it('keeps machines of SIDs from the first to the last [KSS-2]', () => {
    const policy = `policy object gate : Flow {
    type State = "a"
    config = { states : ["a"], initial : "a", transitions : {} }
}
request method=Note { gate.init { sid : src_sid } }`;
    const engine = bothEngines(solutionWith(policy));
    const sids = [1, 2, 63, 64, 65, 1023, 1024, 32_768, 65_535];

    const { context } = sids.reduce(
      (so, sid) => ({ context: engine.decide(so.context, noteOf(sid)).next ?? so.context }),
      { context: engine.initial },
    );

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: { gate: Object.fromEntries(sids.map((sid) => [sid, 'a'])) },
    });
  });
});
