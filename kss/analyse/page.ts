import type { Solution } from '../../solution/solution.ts';
import { exampleSection } from '../example-section.ts';
import { analyse } from './analyse.ts';
import { analysisCodes } from './codes.ts';
import type { AnalysisExample } from './example.ts';
import { toldFinding } from './told.ts';

const intro = `# Analysis of a policy

\`refmon check SOLUTION --analyse\` tells what in a policy is dead, shadowed, vacuous or unusable. All are warnings: the exit status is
that of \`check\`. Codes are permanent. The source is \`kss/analyse\`; a test asserts that each example is told of its code alone, and that the cure
works, and keeps this page equal to what is told (\`npx vitest run kss/analyse -u\` writes it again).

## What a finding means

Every finding is **true**: of every event that processes of the solution can make, in every context that such events lead to from the
initial one. The end of a process, which drops its states (C-63), is no such event. It is told only if that is known. What is not known is listed as *not decided*, with its place and the reason,
and nothing is concluded from it. Where nothing is listed, no finding of ANA-001 to ANA-003 is missing, nor any of ANA-005 if rules
are left out from the last one on, one at a time.

The ground are the [witnesses](witness.md) of every slot that a rule covers: an event for each satisfiable assignment of the atoms, in each context that can be reached.
Where the contexts are not all known, a condition is still looked at alone if it asks no object that events move: whatever stands around it only
keeps events from it.

- ANA-001 is of the outermost binding, match, case or rule. Where a declaration of the server is missing (C-45), it is not decided.
- ANA-002 to ANA-004 are of conditions: \`assert\`, \`deny\` and rules that test. \`grant ()\` and \`deny ()\` mean what they say, and so do \`assert (true)\` and the like. Rules that change a state are
  there for that: of them ANA-003 and ANA-005 are not told.
- ANA-005: all rules that are told so can be left out together, and every verdict stays the same. Reasons, and what is audited, may change.
- ANA-006, ANA-007: where the contexts are not all known, by the transitions and by the rules that may grant; then some may be missing.
- ANA-008 is found by going on from event to event, 64 at most. Where there is none, the pool may be too small all the same.
- ANA-009 is of requests between classes that both have processes, unless the source may get channels at run time: by \`Connect\` of the kernel, or from \`kl.core.DCM\` or
  \`kl.core.NameServer\`. Processes that are made at run time are not looked at.

A user's own security models are not analysed.

## \`--json\`

\`"analysis"\` beside \`"diagnostics"\`: \`{"findings":[…],"unknown":[{"at","what","why"}],"bounds":{…},"slots":N}\`. A finding is a diagnostic with
\`"witness":{"after":[…],"event":…}\`, lines of \`decide\` from a reset, where an event shows it. \`slots\` counts the kinds of events that were looked at;
\`bounds\` are those of the contexts.`;

/** spec/analysis.md: what findings mean, and every code with an example and its cure. */
export const analysisPage = (
  examples: readonly AnalysisExample[],
  loaded: (example: AnalysisExample) => { readonly solution: Solution; readonly text: string },
): string => {
  const sections = examples.map((example) => {
    const { solution, text } = loaded(example);
    const { code, init } = example;
    return exampleSection({
      ...example,
      says: analysisCodes[code],
      ...(init === undefined ? {} : { beside: [['yaml', init]] }),
      text,
      told: analyse(solution).findings.map(toldFinding),
    });
  });
  return `${[intro, ...sections].join('\n\n')}\n`;
};
