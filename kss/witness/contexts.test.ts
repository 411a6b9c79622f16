import { describe, expect, it } from 'vitest';
import { describeEvent } from '../pal.ts';
import { solutionWith } from '../test-solution.ts';
import { reachableContexts, usualBounds } from './contexts.ts';
import { eventSlots } from './slots.ts';
import { witnessesOf } from './witness.ts';

const gate = `policy object gate : Flow {
    type State = "shut" | "open" | "lost"
    config = { states : ["shut", "open", "lost"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut"] } } }
execute src=Einit { match dst=t.Client { gate.init { sid : dst_sid } } }
request src=t.Client method=Ping { assert (message.value == 7) gate.enter { sid : src_sid, state : "open" } }
request src=t.Client method=Note { assert (gate.query { sid : src_sid } == "open") }
`;

describe('reachableContexts', () => {
  it('finds every context, with a shortest way of granted events to each [POL-4]', () => {
    const { contexts, complete, unknown } = reachableContexts(solutionWith(gate));

    expect([complete, unknown]).toEqual([true, []]);
    expect(contexts.map(({ prelude }) => prelude.map(describeEvent))).toEqual([
      [],
      ['execute Einit ~> client'],
      ['execute Einit ~> client', 'request client ~> server : direct.Ping { value : 7 }'],
    ]);
  });

  it('leads to a witness for a state that only events bring about [POL-4]', () => {
    const solution = solutionWith(gate);
    const slot = eventSlots(solution).find(
      ({ event, src, endpoint, method }) =>
        event === 'request' && src === 't.Client' && endpoint === 'impl.ping' && method === 'Note',
    );
    const { contexts } = reachableContexts(solution);

    const witnesses = slot === undefined ? [] : witnessesOf(solution, slot, { contexts }).witnesses;

    expect(
      witnesses.map(({ outcomes, prelude, judgement }) => [
        outcomes.join(),
        prelude.length,
        judgement.verdict.kind,
      ]),
    ).toEqual([
      ['failed', 0, 'denied'],
      ['false', 1, 'denied'],
      ['true', 2, 'granted'],
    ]);
  });

  it('says where its bounds ended the search [POL-4]', () => {
    const ofContexts = reachableContexts(solutionWith(gate), { ...usualBounds, contexts: 2 });
    const ofEvents = reachableContexts(solutionWith(gate), { ...usualBounds, depth: 1 });

    expect(
      [ofContexts, ofEvents].map(({ complete, unknown }) => [
        complete,
        unknown.map(({ why }) => why),
      ]),
    ).toEqual([
      [false, ['the search ended at 2 contexts']],
      [false, ['the search ended at 1 events']],
    ]);
  });

  it('says that one message stands for many where a state keeps what the message says [POL-4]', () => {
    const { complete, unknown } = reachableContexts(
      solutionWith(`policy object seen : HashSet { type Entry = UInt32  config = { set_size : 1, pool_size : 1 } }
execute src=Einit dst=t.Server { seen.init { sid : dst_sid } }
request method=Ping dst=t.Server { seen.add { sid : dst_sid, entry : message.value } }`),
    );

    expect([complete, unknown.map(({ what }) => what)]).toEqual([false, ['the state of seen']]);
  });
});
