import { describeDifference } from '../compare.ts';
import type { Difference } from '../compare.ts';
import type { Manifest, Tier, TwinDefinition, TwinSystem, TwinTier } from '../definition.ts';
import { depthOf, edgeCount, edgesByAction } from '../graph.ts';
import type { ModelGraph } from '../twin.ts';
import { compareTwin, shipped } from './compare-twin.ts';
import type { Comparison, Ready } from './compare-twin.ts';
import { nextFaults, runOwnNext } from './run-own-next.ts';
import type { NamedCheck, OwnNext } from './run-own-next.ts';
import type { TlcOutcome } from './run.ts';

/** What a twin of one tier came to. */
export interface TwinResult {
  readonly twin: string;
  readonly tier: Tier;
  readonly equal: boolean;
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly actions: ReadonlyMap<string, number>;
  readonly firstDifference: Difference | undefined;
  readonly invariants: readonly NamedCheck[];
  /** Each must be violated: its outcome can happen. */
  readonly reaches: readonly NamedCheck[];
  /** Everything that speaks against equality, in words. */
  readonly faults: readonly string[];
  readonly tlc: {
    readonly states: number;
    readonly edges: number;
    readonly version: string;
    readonly jar: string;
  };
  /** Units: seconds, for people; never in evidence. */
  readonly seconds: { readonly model: number; readonly tlc: number };
}

interface Size {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
}

const sizeOf = ({ graph }: ModelGraph): Size => ({
  states: graph.keys.length,
  edges: edgeCount(graph),
  depth: depthOf(graph),
});

const manifestFaults = (expected: Manifest, found: Size): readonly string[] =>
  (['states', 'edges', 'depth'] as const).flatMap((name) =>
    found[name] === expected[name]
      ? []
      : [
          `the manifest says ${String(expected[name])} ${name}, the model has ${String(found[name])}`,
        ],
  );

const depthFaults = (own: Size, { depth }: TlcOutcome): readonly string[] =>
  depth === undefined || depth === own.depth
    ? []
    : [`the model's graph has depth ${String(own.depth)}, TLC's ${String(depth)}`];

const invariantChecks = (
  { invariants }: TwinDefinition,
  { result }: TlcOutcome,
): readonly NamedCheck[] =>
  invariants.map((name) => ({
    name,
    ok: result.kind === 'passed' || (result.kind === 'violated' && !result.names.includes(name)),
  }));

const outcomeFaults = ({ result }: TlcOutcome): readonly string[] => {
  if (result.kind === 'failed') return [`TLC: ${result.why}`];
  return result.kind === 'violated' ? result.names.map((name) => `TLC: ${name} is violated`) : [];
};

/** Each operator must be that of some step: an outcome that never happens is not compared. */
const unusedFaults = ({ operators }: TwinSystem, { graph }: ModelGraph): readonly string[] => {
  const used = edgesByAction(graph);
  const names = [...new Set(operators.map(([name]) => name))];
  return names.filter((name) => !used.has(name)).map((name) => `no step is ${name}`);
};

const faultsOf = (
  { model, tlc, difference }: Comparison,
  own: OwnNext,
  size: Size,
  tier: TwinTier,
): readonly string[] => [
  ...outcomeFaults(tlc),
  ...(difference === undefined ? [] : [describeDifference(difference)]),
  ...(model.coarse === undefined ? [] : [model.coarse]),
  ...own.reaches.filter(({ ok }) => !ok).map(({ name }) => `${name} is not violated`),
  ...nextFaults(own, tlc.result),
  ...unusedFaults(tier, model),
  ...depthFaults(size, tlc),
  ...manifestFaults(tier.manifest, size),
];

/** Runs a twin: both graphs, the module's invariants, its outcomes, and the manifest. */
export const runTwin = async (
  tools: Ready,
  twin: TwinDefinition,
  tier: Tier,
): Promise<TwinResult> => {
  const system = twin.tiers[tier];
  const compared = shipped(twin, system, system.manifest);
  // The module's own Next is run by TLC while the model is searched here.
  const [own, comparison] = await Promise.all([
    runOwnNext(tools, twin, compared),
    compareTwin(tools, compared),
  ]);
  const { model, tlc, difference, seconds } = comparison;
  const size = sizeOf(model);
  return {
    twin: twin.name,
    tier,
    equal: tlc.result.kind === 'passed' && difference === undefined && model.coarse === undefined,
    ...size,
    actions: edgesByAction(model.graph),
    firstDifference: difference,
    invariants: invariantChecks(twin, tlc),
    reaches: own.reaches,
    faults: faultsOf(comparison, own, size, system),
    tlc: {
      states: tlc.graph?.keys.length ?? 0,
      edges: tlc.graph === undefined ? 0 : edgeCount(tlc.graph),
      version: tlc.version,
      jar: tools.sha256,
    },
    seconds,
  };
};
