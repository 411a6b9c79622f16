import type { SecurityModule } from '../model/security.ts';

const here = { file: 'planted', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** An engine that grants what some reason of the honest one denies. */
export const lying =
  (reasons: readonly string[]) =>
  <Context extends object>(honest: SecurityModule<Context>): SecurityModule<Context> => ({
    ...honest,
    decide: (context, event) => {
      const decision = honest.decide(context, event);
      const { verdict } = decision;
      if (verdict.kind === 'granted' || !reasons.includes(verdict.because)) return decision;
      const by = [{ object: 'base', rule: 'grant', at: here, result: 'granted' }] as const;
      return { verdict: { kind: 'granted', by }, audit: undefined };
    },
  });
