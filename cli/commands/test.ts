import { runAssertions } from '../../kss/pal.ts';
import type { ExpectationResult } from '../../kss/pal.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

const failureLines = (result: ExpectationResult): readonly string[] => {
  const { file, line, set, sequence, event, expected, verdict, because, reasons } = result;
  const reason = because === undefined ? '' : ` (${because})`;
  return [
    `${file}:${String(line)}: failed: ${set}, ${sequence}`,
    `  ${event}`,
    `  expected ${expected}, ${verdict}${reason}`,
    ...reasons.map(({ at, object, rule, result: found }) => `    ${at} ${object}.${rule} ${found}`),
  ];
};

/** `refmon test SOLUTION`: runs the policy's own expectations against the engine. */
export const test = ({ solution }: Given, output: Output): Exit => {
  const expectations = runAssertions(solution);
  const failed = expectations.filter((one) => !one.passed);
  for (const one of failed) for (const line of failureLines(one)) output.say(line);
  const passed = expectations.length - failed.length;
  const vacuous = expectations.length === 0 ? ' (the policy has no expectations)' : '';
  output.say(`${String(passed)} passed, ${String(failed.length)} failed${vacuous}`);
  output.sayJson({ ok: failed.length === 0, passed, failed: failed.length, expectations });
  return failed.length === 0 ? exits.fine : exits.fault;
};
