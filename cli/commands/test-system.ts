import { testSystem } from '../../simulator/system-test/test-system.ts';
import type { SystemResult, SystemSequence } from '../../simulator/system-test/test-system.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

const answerWords = (answer: SystemResult['system']): string => {
  if (answer === undefined) return 'not made';
  const { verdict, because } = answer;
  return because === undefined ? verdict : `${verdict} (${because})`;
};

const failureLines = (result: SystemResult): readonly string[] => {
  const { file, line, set, sequence, event, expected, system, unmade, agrees } = result;
  const differs = agrees ? '' : '; the system differs from the engine';
  return [
    `${file}:${String(line)}: failed: ${set}, ${sequence}`,
    `  ${event}`,
    `  expected ${expected}; engine: ${answerWords(result)}; system: ${answerWords(system)}${differs}`,
    ...(unmade === undefined ? [] : [`  ${unmade}`]),
  ];
};

const tellSequence = (
  { set, sequence, channels, results }: SystemSequence,
  output: Output,
): void => {
  const opened = channels.length === 0 ? 'no channels' : `channels ${channels.join(', ')}`;
  output.say(`${set}, ${sequence}: ${opened}`);
  for (const { passed, agrees, unmade, file, line } of results) {
    if (passed && agrees && unmade !== undefined)
      output.say(`  ${file}:${String(line)}: not made: ${unmade}`);
  }
};

/**
 * `refmon test SOLUTION --system`: the policy's own expectations through the whole kernel; a verdict that
 * differs from the engine's fails.
 */
export const testThroughSystem = (given: Given, filter: string, output: Output): Exit => {
  const sequences = testSystem(given.solution, given.engine, filter);
  const results = sequences.flatMap((one) => one.results);
  const failed = results.filter(({ passed, agrees }) => !passed || !agrees);
  const unmade = results.filter(
    ({ passed, agrees, system }) => passed && agrees && system === undefined,
  );
  const passed = results.length - failed.length - unmade.length;
  for (const sequence of sequences) tellSequence(sequence, output);
  for (const one of failed) for (const line of failureLines(one)) output.say(line);
  const skipped = unmade.length === 0 ? '' : `, ${String(unmade.length)} not made`;
  const named =
    filter === '' ? 'the policy has no expectations' : `none has "${filter}" in its title`;
  const none = results.length === 0 ? ` (${named})` : '';
  output.say(`${String(passed)} passed, ${String(failed.length)} failed${skipped}${none}`);
  const ok = failed.length === 0 && (filter === '' || results.length > 0);
  output.sayJson({ ok, passed, failed: failed.length, unmade: unmade.length, sequences });
  return ok ? exits.fine : exits.fault;
};
