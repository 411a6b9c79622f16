import { coverageSummary, uncoveredLines } from '../../kss/coverage/coverage-text.ts';
import { coverageOf } from '../../kss/coverage/coverage.ts';
import { measureCoverage } from '../../kss/coverage/measure.ts';
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

/** A filter that lets nothing through is a slip of whoever wrote it. */
const nothingNamed = (filter: string, output: Output): Exit => {
  const message = `no set and no sequence of expectations has "${filter}" in its title`;
  output.say(message);
  output.sayJson({ ok: false, passed: 0, failed: 0, expectations: [], message });
  return exits.fault;
};

export interface TestChoice {
  readonly filter: string;
  /** How much is told of what the expectations do not touch. */
  readonly coverage: 'figures' | 'detail';
}

/** `refmon test SOLUTION`: runs the policy's own expectations against the engine. */
export const test = ({ solution, engine }: Given, choice: TestChoice, output: Output): Exit => {
  const { filter } = choice;
  const measure = measureCoverage(solution, engine);
  const expectations = runAssertions(solution, engine, { filter, watch: measure.add });
  if (filter !== '' && expectations.length === 0) return nothingNamed(filter, output);
  const coverage = coverageOf(solution, measure);
  const failed = expectations.filter((one) => !one.passed);
  for (const one of failed) for (const line of failureLines(one)) output.say(line);
  const passed = expectations.length - failed.length;
  const vacuous = expectations.length === 0 ? ' (the policy has no expectations)' : '';
  output.say(`${String(passed)} passed, ${String(failed.length)} failed${vacuous}`);
  if (expectations.length > 0) output.say(coverageSummary(coverage));
  if (choice.coverage === 'detail')
    for (const line of uncoveredLines(coverage)) output.say(`  ${line}`);
  output.sayJson({
    ok: failed.length === 0,
    passed,
    failed: failed.length,
    expectations,
    coverage,
  });
  return failed.length === 0 ? exits.fine : exits.fault;
};
