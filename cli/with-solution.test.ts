import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findReading, standardSwitches } from '../spec/switches.ts';
import { test } from './commands/test.ts';
import { exits } from './failure.ts';
import type { Output } from './output.ts';
import type { SolutionChoice } from './solution-choice.ts';
import { withSolution } from './with-solution.ts';

const solution = fileURLToPath(new URL('../examples/own-model', import.meta.url));
const quota = `${solution}/quota.mjs`;

/** What `refmon test` comes to, says, and tells. */
const tested = async (choice: SolutionChoice) => {
  const said: string[] = [];
  const told: string[] = [];
  const output: Output = {
    json: false,
    color: 'never',
    say: (line) => said.push(line),
    sayJson: () => undefined,
    note: () => undefined,
    progress: () => undefined,
    tell: (diagnostics) =>
      told.push(...diagnostics.map(({ code, message }) => `${code} ${message}`)),
  };
  const exit = await withSolution(choice, output, (given) =>
    test(given, { filter: '', coverage: 'figures' }, output),
  );
  return { exit, said: said.filter((line) => line.includes(' passed, ')), told };
};

describe("a user's own model", () => {
  it('is used as those of refmon are, and meets the expectations of its policy [LANG-2]', async () => {
    expect(await tested({ solution, models: [quota] })).toEqual({
      exit: exits.fine,
      said: ['11 passed, 0 failed'],
      told: [],
    });
  });

  it('is missed where it is not given [CFG-1]', async () => {
    const { exit, told } = await tested({ solution });

    expect(exit).toBe(exits.fault);
    expect(told).toEqual([
      'PSL-001 there is no policy package "shop.quota"',
      'PSL-006 unknown security model "Quota"',
    ]);
  });

  it.each([
    [[quota, quota], 'SOL-004 there is a security model "Quota" already'],
    [[`${solution}/none.mjs`], 'SOL-004 the model cannot be loaded: '],
    [
      [fileURLToPath(new URL('failure.ts', import.meta.url))],
      'SOL-004 there is no export "model" in it',
    ],
  ])('is refused where it is none, or clashes: %s [CFG-1]', async (models, message) => {
    const { exit, said, told } = await tested({ solution, models });

    expect([exit, said]).toEqual([exits.fault, []]);
    expect(told.map((text) => text.slice(0, message.length))).toEqual([message]);
  });
});

describe('readings', () => {
  it('are those that the choice names, and change what a policy says [KSS-1]', async () => {
    const crossing = 'example:railway-crossing';
    const switches = findReading(standardSwitches, 'C-20', 'reversed');

    expect(await tested({ solution: crossing })).toMatchObject({ exit: exits.fine });
    expect(
      await tested({ solution: crossing, ...(switches === undefined ? {} : { switches }) }),
    ).toMatchObject({ exit: exits.fault });
    expect(findReading(standardSwitches, 'C-20', 'strict')).toBeUndefined();
  });
});
