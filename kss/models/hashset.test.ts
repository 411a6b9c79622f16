import { describe, expect, it } from 'vitest';
import { bothEngines } from '../test-both-engines.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

const policy = `
policy object seen : HashSet {
    type Entry = UInt32
    config = { set_size : 2, pool_size : 2 }
}
request method=Note {
    seen.init { sid : src_sid }
    seen.add { sid : src_sid, entry : 1 }
    seen.add { sid : src_sid, entry : 2 }
}
request method=Ping { seen.remove { sid : src_sid, entry : 1 } deny () }
request method=Send { seen.init { sid : dst_sid } }
`;

describe('HashSet', () => {
  it('shows entries in one order, whatever was taken back before [KSS-3]', () => {
    const engine = bothEngines(solutionWith(policy));
    const methods = ['Note', 'Ping', 'Send'];

    const context = methods.reduce(
      (so, method) => engine.decide(so, eventOf('request', method)).next ?? so,
      engine.initial,
    );

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: { seen: { 3: [1n, 2n], 4: [] } },
    });
  });
});
