import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import type { SecurityModule } from '../../model/security.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import { eventOf, solutionWith } from '../../kss/test-solution.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { compareEngines } from './compare.ts';
import { shorten } from '../../model/shorten.ts';

const gate = (initial: string, least: number): SecurityModule<Context> =>
  interpret(
    solutionWith(`
policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "${initial}", transitions : { } }
}
request method=Note { gate.init { sid : src_sid } }
request dst=t.Server method=Ping { assert (message.value > ${String(least)}) }
`),
  );

const note: Happening = { kind: 'event', event: eventOf('request', 'Note') };
const ping = (value: bigint): Happening => ({
  kind: 'event',
  event: eventOf('request', 'Ping', { value }),
});
const gone: Happening = { kind: 'gone', sid: sidOf(3) };

describe('compareEngines', () => {
  it('finds nothing between an engine and itself, and counts [KSS-3]', () => {
    const tally = { events: 0, granted: 0 };

    const difference = compareEngines(
      gate('shut', 1),
      gate('shut', 1),
      [note, ping(1n), gone, note],
      tally,
    );

    expect(difference).toBeUndefined();
    expect(tally).toEqual({ events: 3, granted: 2 });
  });

  it('finds the first event that is answered otherwise [KSS-3] [GATE-1]', () => {
    const sequence = [note, ping(1n), ping(2n), ping(3n)];

    const difference = compareEngines(gate('shut', 1), gate('shut', 2), sequence);

    expect(difference).toMatchObject({ at: 2, in: 'verdict' });
  });

  it('finds contexts that differ where the answers do not [KSS-3] [GATE-1]', () => {
    expect(compareEngines(gate('shut', 1), gate('open', 1), [ping(1n), note])).toEqual({
      at: 1,
      in: 'context',
      left: '{"level":0,"objects":{"gate":{"3":"shut"}}}',
      right: '{"level":0,"objects":{"gate":{"3":"open"}}}',
    });
  });

  it('finds views that differ where the bytes do not [KSS-3] [GATE-1]', () => {
    const honest = gate('shut', 1);
    const blind = { ...honest, describe: () => null };

    expect(compareEngines(honest, blind, [note])).toMatchObject({ at: 1, in: 'view' });
  });
});

describe('shorten', () => {
  it('leaves what is needed, in its order [KSS-3]', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const fails = (some: readonly number[]): boolean =>
      [7, 8, 31].every((one) => some.includes(one));

    expect(shorten(numbers, fails)).toEqual([7, 8, 31]);
  });
});
