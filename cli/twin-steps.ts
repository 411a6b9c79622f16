import type { JsonValue } from '../reports/json-value.ts';
import type { StepResult } from '../reports/result.ts';
import type { TwinDefinition } from '../tla/definition.ts';
import { twinDefinitions } from '../tla/twins.ts';
import { findTools } from '../tla/tlc/jar.ts';
import type { NamedCheck } from '../tla/tlc/run-own-next.ts';
import { runTwin } from '../tla/tlc/run-twin.ts';
import type { TwinResult } from '../tla/tlc/run-twin.ts';

const asJson = (value: object): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

/** The steps of one twin. */
const stepNamesOf = ({ name }: TwinDefinition) =>
  ({ twin: `twin:${name}`, invariants: `invariants:${name}`, reach: `reach:${name}` }) as const;

/** Is a step of this name one of a twin? */
export const isTwinStep = (step: string): boolean =>
  twinDefinitions.some((twin) => Object.values<string>(stepNamesOf(twin)).includes(step));

/** Tools missing: skipped, and never passed; failed where `CI=true` demands them. */
const withoutTools = (
  twin: TwinDefinition,
  why: string,
  tools: StepResult['tools'],
): readonly StepResult[] =>
  Object.values(stepNamesOf(twin)).map((step) => ({
    step,
    status: process.env['CI'] === 'true' ? 'failed' : 'skipped',
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
  definition: TwinDefinition,
  result: TwinResult,
  own: StepResult['tools'],
  java: string,
): readonly StepResult[] => {
  const { twin, states, edges, depth, tlc, equal, faults, firstDifference } = result;
  const steps = stepNamesOf(definition);
  const tools = { ...own, java, tla2tools: `${tlc.version}, SHA-256 ${tlc.jar}` };
  const common = { inputs: {}, tools, how: 'exhaustive' } as const;
  const size = `${String(states)} states, ${String(edges)} edges`;
  const difference = firstDifference ?? null;
  return [
    {
      step: steps.twin,
      status: faults.length === 0 ? 'passed' : 'failed',
      detail: faults.length === 0 ? `${size}; TLC's graph is equal` : faults.join('; '),
      ...common,
      data: asJson({
        twin,
        ran: true,
        equal,
        states,
        edges,
        depth,
        tlc,
        firstDifference: difference,
      }),
    },
    checksStep(steps.invariants, result.invariants, 'invariants hold in every state', common),
    checksStep(steps.reach, result.reaches, 'outcomes are shown to happen', common),
  ];
};

/**
 * The steps of every twin, small tier, twin by twin; `told` is given the name of each before it runs.
 *
 * Result: skipped without Java or the jar; failed instead where `CI=true` demands them.
 */
export const twinSteps = async function* (
  tools: StepResult['tools'],
  told: (step: string) => void,
): AsyncGenerator<readonly StepResult[]> {
  const found = await findTools();
  for (const twin of twinDefinitions) {
    told(stepNamesOf(twin).twin);
    yield found.kind === 'missing'
      ? withoutTools(twin, found.message, tools)
      : stepsOf(twin, await runTwin(found, twin, 'small'), tools, found.java);
  }
};
