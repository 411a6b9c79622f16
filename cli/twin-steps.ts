import type { JsonValue } from '../reports/json-value.ts';
import type { StepResult } from '../reports/result.ts';
import { findTools } from '../tla/tlc/jar.ts';
import { runIpc } from '../tla/tlc/run-ipc.ts';
import type { NamedCheck, TwinResult } from '../tla/tlc/run-ipc.ts';

const asJson = (value: object): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

const steps = ['twin:Ipc', 'invariants:Ipc', 'reach:Ipc'] as const;

/** Tools missing: skipped, and never passed. */
const skippedSteps = (why: string, tools: StepResult['tools']): readonly StepResult[] =>
  steps.map((step) => ({
    step,
    status: 'skipped',
    how: 'exhaustive',
    detail: `not run: ${why}`,
    inputs: {},
    tools,
  }));

const checksStep = (
  step: string,
  checks: readonly NamedCheck[],
  words: string,
  common: Pick<StepResult, 'inputs' | 'tools' | 'how'>,
): StepResult => {
  const met = checks.filter(({ ok }) => ok).length;
  return {
    step,
    status: met === checks.length ? 'passed' : 'failed',
    detail: `${String(met)} of ${String(checks.length)} ${words}`,
    ...common,
    data: asJson({ checks }),
  };
};

const stepsOf = (
  result: TwinResult,
  own: StepResult['tools'],
  java: string,
): readonly StepResult[] => {
  const { states, edges, depth, tlc, equal, faults, firstDifference, invariants, reaches } = result;
  const tools = { ...own, java, tla2tools: `${tlc.version}, SHA-256 ${tlc.jar}` };
  const common = { inputs: {}, tools, how: 'exhaustive' } as const;
  const size = `${String(states)} states, ${String(edges)} edges`;
  return [
    {
      step: 'twin:Ipc',
      status: faults.length === 0 ? 'passed' : 'failed',
      detail: faults.length === 0 ? `${size}; TLC's graph is equal` : faults.join('; '),
      ...common,
      data: asJson({
        twin: 'Ipc',
        ran: true,
        equal,
        states,
        edges,
        depth,
        tlc,
        firstDifference: firstDifference ?? null,
      }),
    },
    checksStep('invariants:Ipc', invariants, 'invariants hold in every state', common),
    checksStep('reach:Ipc', reaches, 'outcomes are shown to happen', common),
  ];
};

/**
 * The steps of the twins, small tier.
 *
 * Result: skipped without Java or the jar; failed instead where `CI=true` demands them.
 */
export const twinSteps = async (tools: StepResult['tools']): Promise<readonly StepResult[]> => {
  const found = await findTools();
  if (found.kind === 'ready') return stepsOf(await runIpc(found, 'small'), tools, found.java);
  const skipped = skippedSteps(found.message, tools);
  return process.env['CI'] === 'true'
    ? skipped.map((step) => ({ ...step, status: 'failed' as const }))
    : skipped;
};
