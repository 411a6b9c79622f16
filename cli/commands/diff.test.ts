import { describe, expect, it } from 'vitest';
import { makeDecider } from '../../kss/decide/decider.ts';
import type { Given } from '../with-solution.ts';
import { diff } from './diff.ts';
import { givenBy, recording } from './test-command.ts';

interface Document {
  readonly ok: boolean;
  readonly equal: boolean;
  readonly complete: boolean;
  readonly groups: readonly {
    readonly change: string;
    readonly a: { readonly verdict: string };
    readonly b: { readonly verdict: string };
    readonly witness: { readonly after: readonly object[]; readonly event: object };
  }[];
}

const answered = (a: Given, b: Given, requireComplete = false) => {
  const { output, documents } = recording();
  const exit = diff(a, b, { requireComplete }, output);
  return { exit, document: documents[0] as Document };
};

const seen = `policy object seen : HashSet { type Entry = UInt32
  config = { set_size : 1, pool_size : 1 } }
execute { grant () seen.init { sid : dst_sid } }\n`;
const few = givenBy(`${seen}request dst=t.Server method=Ping { assert (message.value < 3) }`);
const more = givenBy(`${seen}request dst=t.Server method=Ping { assert (message.value < 5) }`);
const kept = givenBy(`${seen}request dst=t.Server method=Ping {
  assert (message.value < 3) seen.add { sid : dst_sid, entry : message.value } }`);

describe('refmon diff', () => {
  it('is 1 if B grants what A denies, and 0 if it denies more, or nothing else [POL-3]', () => {
    expect(answered(few, more).exit).toBe(1);
    expect(answered(more, few).exit).toBe(0);
    expect(answered(more, more).exit).toBe(0);
    expect(answered(few, more).document).toMatchObject({ ok: false, equal: false, complete: true });
    expect(answered(more, more).document).toMatchObject({ ok: true, equal: true, complete: true });
  });

  it('is 1 with --require-complete where something was not decided [POL-3]', () => {
    expect(answered(few, kept).document).toMatchObject({ complete: false });
    expect(answered(few, kept).exit).toBe(0);
    expect(answered(few, kept, true).exit).toBe(1);
    expect(answered(more, few, true).exit).toBe(0);
  });

  it('gives lines to which decide answers as it says [POL-3]', () => {
    const { groups } = answered(few, kept).document;

    expect(groups.length).toBeGreaterThan(0);
    for (const { a, b, witness } of groups) {
      for (const [given, { verdict }] of [
        [few, a],
        [kept, b],
      ] as const) {
        const { decide } = makeDecider(given.solution);
        for (const line of witness.after) decide(JSON.stringify(line));
        expect(decide(JSON.stringify(witness.event))).toMatchObject({ verdict });
      }
    }
  });
});
