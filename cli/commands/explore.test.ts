import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import type { ExploreChoice } from './explore.ts';
import { givenBy, recording } from './test-command.ts';

const objectives = (never: string): Readonly<Record<string, string>> => ({
  'objectives.yaml': `objectives:\n- {name: kept, text: kept, never: ${never}}\n`,
});

const explored = (policy: string, never: string, choice: Partial<ExploreChoice> = {}) => {
  const { output, documents, said } = recording();
  const given = givenBy(policy, objectives(never));
  const usual = { untrusted: [], states: 1000, services: false, requireComplete: false };
  const exit = explore(given, { ...usual, ...choice }, output);
  return { exit, document: documents[0], said };
};

describe('refmon explore', () => {
  it('says that an objective is vacuous whose event is never tried, and is 0 all the same [OBJ-2] [GATE-1]', () => {
    const { exit, document, said } = explored(
      'execute { grant () }',
      'request src=t.Server dst=t.Client',
    );

    expect(exit).toBe(0);
    expect(document).toMatchObject({ ok: true, vacuous: ['kept'], violations: [] });
    expect(said).toContain(
      'vacuous: kept: no event that it speaks of is ever tried, so verify fails',
    );
  });

  it('has nothing vacuous where the event is tried and denied [OBJ-2]', () => {
    const { exit, document } = explored('execute { grant () }', 'request dst=t.Server');

    expect(exit).toBe(0);
    expect(document).toMatchObject({ ok: true, complete: true, vacuous: [] });
  });

  it('is 1 where something is violated [OBJ-3]', () => {
    const { exit, document } = explored(
      'execute { grant () } request { grant () }',
      'request dst=t.Server',
    );

    expect(exit).toBe(1);
    expect(document).toMatchObject({ ok: false, violations: [{ property: 'kept' }] });
  });

  it('is 1 where a program breaks its contract, with a shortest trace [OBJ-3] [GATE-1]', () => {
    const { output, documents, said } = recording();
    const does = (list: string, step: string): string =>
      `${list}:\n- {process: client, initial: free, states: {free: {do: "${step}"}}}\n`;
    const given = givenBy('execute { grant () }', {
      'programs.yaml': `${does('programs', 'call server : direct.Note')}${does('contracts', 'call server : impl.ping.Note')}`,
    });
    const choice = { untrusted: [], states: 1000, services: false, requireComplete: false };

    expect(explore(given, choice, output)).toBe(1);
    expect(documents[0]).toMatchObject({
      ok: false,
      programmed: ['client'],
      violations: [{ property: 'contract of client' }],
    });
    expect(said).toContainEqual(
      expect.stringMatching(/^violated: contract of client: client does what its contract/u),
    );
  });
});
