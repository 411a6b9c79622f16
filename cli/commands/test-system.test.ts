import { describe, expect, it } from 'vitest';
import { givenBy, recording } from './test-command.ts';
import { testThroughSystem } from './test-system.ts';

const policy = `execute { grant () } request { grant () } response { grant () }
assert "talk" {
  sequence "ping" { grant request src=t.Client dst=t.Server endpoint=impl.ping method=Note {} }
  sequence "self" { grant request src=t.Server dst=t.Server endpoint=impl.ping method=Note {} }
}`;

const tested = (text: string, filter = '') => {
  const { output, documents } = recording();
  return { exit: testThroughSystem(givenBy(text), filter, output), document: documents[0] };
};

describe('refmon test --system', () => {
  it('lists the channels that a sequence needs, and what cannot be made [SIM-1]', () => {
    expect(tested(policy)).toMatchObject({
      exit: 0,
      document: {
        ok: true,
        passed: 1,
        failed: 0,
        unmade: 1,
        sequences: [{ channels: ['t.Client ~> t.Server'] }, { channels: [] }],
      },
    });
  });

  it('fails where an expectation is not met, and where the filter lets nothing through [SIM-1]', () => {
    const wrong = policy.replace('"ping" { grant', '"ping" { deny');

    expect(tested(wrong)).toMatchObject({ exit: 1, document: { ok: false, failed: 1 } });
    expect(tested(policy, 'nothing of the kind').exit).toBe(1);
    expect(tested(policy, 'ping')).toMatchObject({ exit: 0, document: { passed: 1, unmade: 0 } });
  });
});
