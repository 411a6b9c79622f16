import type { Diagnostic } from '../../model/diagnostic.ts';
import { describeEvent } from '../pal.ts';
import type { AnalysisFinding } from './finding.ts';

/** A finding as it is told: with the events that show it, where nothing else is hinted at. */
export const toldFinding = (finding: AnalysisFinding): Diagnostic => {
  const { shown, hint } = finding;
  if (shown === undefined || hint !== undefined) return finding;
  const after = shown.prelude.map((event) => `after ${describeEvent(event)}, `).join('');
  return { ...finding, hint: `${after}${describeEvent(shown.event)} shows it` };
};
