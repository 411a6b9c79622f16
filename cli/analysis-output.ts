import type { Analysis } from '../kss/analyse/analyse.ts';
import { analysisRest, makeWitnessLines } from '../kss/analyse/analysis-json.ts';
import { reasonLines, reasonOf } from '../kss/witness/reason.ts';
import { counted } from '../model/counted.ts';
import type { Solution } from '../solution/solution.ts';
import { diagnosticJson } from './output.ts';

/** An analysis in the form of `--json`. */
export const analysisJson = (solution: Solution, analysis: Analysis): object => {
  const linesOf = makeWitnessLines(solution);
  return {
    findings: analysis.findings.map((finding) => {
      const witness = linesOf(finding);
      return { ...diagnosticJson(finding), ...(witness === undefined ? {} : { witness }) };
    }),
    ...analysisRest(analysis),
  };
};

/** What an analysis came to, in lines of the summary; nothing without one. */
export const analysisLines = (analysis: Analysis | undefined): readonly string[] => {
  if (analysis === undefined) return [];
  const { findings, unknown, slots } = analysis;
  const kinds = counted(slots, 'kind of events', 'kinds of events');
  return [
    `  analysis of ${kinds}: ${counted(findings.length, 'finding')}, ${String(unknown.length)} not decided`,
    ...reasonLines(unknown.map(reasonOf), '    '),
  ];
};
