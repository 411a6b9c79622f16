import { formatSpan } from '../model/span.ts';
import type { Verdict } from '../model/security.ts';
import { sequenceDiagram } from './sequence-diagram.ts';
import { sequenceText } from './sequence-text.ts';
import { sequenceOf } from './sequence.ts';
import type { Sequence, TracedStep } from './sequence.ts';
import { visible } from './visible.ts';

/** Colours of their own, by light and by dark: no page stands around the drawing. */
const style = `<style>
svg { --sheet: #ffffff; --ink: #1b1f23; --soft: #565e66; --line: #c9cec6; --faint: #f3f4f1; --good: #1d6a3a; --bad: #b42318; }
@media (prefers-color-scheme: dark) { svg { --sheet: #191d21; --ink: #e3e6e4; --soft: #a0a8ae; --line: #3d444b; --faint: #20252a; --good: #7fcb9a; --bad: #ff9187; } }
svg { background: var(--sheet); font-family: Helvetica, Arial, sans-serif; }
text { font-size: 11.5px; fill: var(--ink); } .party { fill: var(--faint); stroke: var(--soft); } .name { font-weight: 600; font-size: 12px; }
.life { stroke: var(--line); stroke-width: 1.5; } .number { fill: var(--soft); } .arrow { stroke-width: 1.4; } .answer { stroke-dasharray: 6 3; }
.label { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; } .mark { font-size: 15px; font-weight: 700; }
.granted .arrow { stroke: var(--good); } .granted .tip, .granted .dot { fill: var(--good); }
.denied .arrow { stroke: var(--bad); } .denied .tip, .denied .dot, .denied .mark, .denied .label { fill: var(--bad); }
.quiet .label, .quiet .dot { fill: var(--soft); }
</style>`;

/** What passed between the participants of a run, who stand in the order of the solution. */
export const runSequence = (order: readonly string[], steps: readonly TracedStep[]): Sequence =>
  sequenceOf(order, steps, () => false);

/** The rule that a grant rests on; a denial's own words say it already. */
const ruleOf = (verdict: Verdict): string => {
  if (verdict.kind === 'denied') return '';
  const [first] = verdict.by;
  return ` by ${first.object}.${first.rule} at ${formatSpan(first.at)}`;
};

const escaped = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** For each message of the sequence, in its order, the rule that decided it. */
const rulesOf = (steps: readonly TracedStep[]): readonly string[] =>
  steps.flatMap(({ report: { events } }) =>
    events.length === 0 ? [''] : events.map(({ verdict }) => ruleOf(verdict)),
  );

/**
 * A run as an SVG file that stands alone: a lifeline for each participant, an arrow for each message in the
 * colour of its verdict, and the deciding rule where the pointer rests on it. No scripts, nothing external.
 */
export const runDiagram = (
  order: readonly string[],
  steps: readonly TracedStep[],
  title: string,
): string => {
  const rules = rulesOf(steps);
  let message = 0;
  const drawn = sequenceDiagram(runSequence(order, steps), title)
    .replace('\n', `\n${style}\n`)
    .replaceAll('</title>', () => `${escaped(rules[message++] ?? '')}</title>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
};

/** A run as numbered sentences. */
export const runText = (order: readonly string[], steps: readonly TracedStep[]): string =>
  `${sequenceText(runSequence(order, steps))}\n`;
