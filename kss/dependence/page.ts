import type { Solution } from '../../solution/solution.ts';
import { exampleSection } from '../example-section.ts';
import { dependenceCodes } from './codes.ts';
import { dependencesOf } from './dependences.ts';
import type { DependenceExample } from './example.ts';

const intro = `# Where verdicts depend on a choice

\`refmon check\` warns where the verdicts of a policy can depend on how refmon reads a choice that the public record leaves
open, and that \`--read\` turns the other way (spec/choices.md): these verdicts are the least sure to be those of another
implementation. Codes are permanent. The source is \`kss/dependence\`; a test has both engines judge each example under
both readings, asserts that the verdict differs and that the cure works, and keeps this page equal to what is told
(\`npx vitest run kss/dependence -u\` writes it again).

A warning is found from types and selectors, not from a run. So there may be one where no context that can be reached
shows a difference:

- C-20: of a user's own model every rule is taken to change its object, and every call to be about all SIDs; so are calls of Mic, Mls, Rbac and Te.
  Two calls
  of refmon's models are left alone where they read only, come to the same in both orders, stand in different cases of
  one choice, or are selected by events that cannot be the same.
- C-24: a call that reads the state of an object is taken to fail in some state. An operand of \`assert\` or \`deny\` is
  left alone where its failure denies, and so does the value that decides without it.
- C-26: operands are taken to be anything that their types have, whatever other conditions say of them.

There is none of calls that set the audit level, on which no verdict rests (C-31). And there is none where a difference
shows only in this way: one call gives back to a pool what the other needs, for
another SID; or source and destination of an event are one process, and the calls are of \`src_sid\` and \`dst_sid\`.
A property has generated policies judged under both readings: of those of which nothing is told none got another verdict.`;

/** spec/dependence.md: every code with an example and its cure. */
export const dependencePage = (
  examples: readonly DependenceExample[],
  loaded: (policy: string) => { readonly solution: Solution; readonly text: string },
): string => {
  const sections = examples.map((example) => {
    const { solution, text } = loaded(example.policy);
    return exampleSection({
      ...example,
      says: `Warning. ${dependenceCodes[example.code]}`,
      text,
      told: dependencesOf(solution),
    });
  });
  return `${[intro, ...sections].join('\n\n')}\n`;
};
