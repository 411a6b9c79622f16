import { describe, expect, it } from 'vitest';
import { bothEngines } from '../test-both-engines.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

describe('set_level', () => {
  const policy = (end: string): string => `policy object own : Base {}
audit profile levels = { 0 : {}, 1 : { own : { kss : ["granted"] } } }
audit default = levels 0
request method=Note { own.grant () own.set_level (1) own.assert (true) ${end} }`;
  const note = eventOf('request', 'Note');

  it('counts from the next call on [AUD-1]', () => {
    const engine = bothEngines(solutionWith(policy('')));

    const { audit } = engine.decide(engine.initial, note);

    expect(audit?.findings.map(({ rule }) => rule)).toEqual(['assert']);
  });

  it('is taken back with an event that is denied [AUD-1]', () => {
    const engine = bothEngines(solutionWith(policy('deny ()')));

    const { verdict, next } = engine.decide(engine.initial, note);

    expect([verdict.kind, next]).toEqual(['denied', undefined]);
  });
});
