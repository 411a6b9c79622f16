import { tlaFiles } from '../embedded.ts';
import { describeDifference, firstDifference } from '../compare.ts';
import type { Difference } from '../compare.ts';
import { depthOf, edgeCount, edgesByAction } from '../graph.ts';
import { generateCfg, ipcInvariants, ipcReaches } from '../ipc/generate.ts';
import { ipcManifest, ipcModule, ipcTiers } from '../ipc/tiers.ts';
import type { IpcTopology } from '../ipc/solution.ts';
import type { Tier } from '../ipc/tiers.ts';
import { ipcTwin } from '../ipc/twin.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { graphOf } from '../twin.ts';
import type { ModelGraph } from '../twin.ts';
import type { TlcCounts } from '../tool-output.ts';
import type { Tools } from './jar.ts';
import { runTlc } from './run.ts';
import type { TlcOutcome } from './run.ts';

type Ready = Extract<Tools, { readonly kind: 'ready' }>;

/** Whether something that was expected is so. */
export interface NamedCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** What the twin Ipc of one tier came to. */
export interface TwinResult {
  readonly twin: string;
  readonly tier: Tier;
  readonly equal: boolean;
  readonly model: ModelGraph;
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

/** One system on both sides: what the model is made of, and the module that TLC runs. */
interface Compared {
  readonly topology: IpcTopology;
  readonly bound: number;
  readonly parts: Parts;
  readonly module: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The modules as they ship, by file name. */
export const ipcModuleFiles = (): ReadonlyMap<string, string> =>
  new Map(
    [...tlaFiles]
      .filter(([path]) => path.startsWith('ipc/'))
      .map(([path, text]) => [path.slice('ipc/'.length), text]),
  );

/** Both graphs, and their first difference; a run of TLC that has not passed is not compared. */
export interface Comparison {
  readonly model: ModelGraph;
  readonly tlc: TlcOutcome;
  readonly difference: Difference | undefined;
  readonly seconds: { readonly model: number; readonly tlc: number };
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

/**
 * Compares the kernel's graph of a system with TLC's: every state, edge, argument and outcome.
 *
 * Source: tla/ipc/Ipc.tla; what equality proves is in spec/claims.md.
 */
export const compareIpc = async ({ jar }: Ready, compared: Compared): Promise<Comparison> => {
  const { topology, bound, parts: use, module, files } = compared;
  const started = performance.now();
  const model = graphOf(ipcTwin(topology, use), bound);
  const modelSeconds = secondsSince(started);
  const tlcStarted = performance.now();
  const tlc = await runTlc({ jar, files, module, config: module, mode: 'graph' });
  return {
    model,
    tlc,
    difference:
      tlc.result.kind === 'passed' && tlc.graph !== undefined
        ? firstDifference(model.graph, tlc.graph)
        : undefined,
    seconds: { model: modelSeconds, tlc: secondsSince(tlcStarted) },
  };
};

const manifestFaults = (tier: Tier, model: ModelGraph): readonly string[] => {
  const expected = ipcManifest[tier];
  const found = {
    states: model.graph.keys.length,
    edges: edgeCount(model.graph),
    depth: depthOf(model.graph),
  };
  return (['states', 'edges', 'depth'] as const).flatMap((name) =>
    found[name] === expected[name]
      ? []
      : [
          `the manifest says ${String(expected[name])} ${name}, the model has ${String(found[name])}`,
        ],
  );
};

const depthFaults = ({ graph }: ModelGraph, { depth }: TlcOutcome): readonly string[] => {
  const own = depthOf(graph);
  return depth === undefined || depth === own
    ? []
    : [`the model's graph has depth ${String(own)}, TLC's ${String(depth)}`];
};

const invariantChecks = ({ result }: TlcOutcome): readonly NamedCheck[] =>
  ipcInvariants.map((name) => ({
    name,
    ok: result.kind === 'passed' || (result.kind === 'violated' && !result.names.includes(name)),
  }));

const outcomeFaults = ({ result }: TlcOutcome): readonly string[] => {
  if (result.kind === 'failed') return [`TLC: ${result.why}`];
  return result.kind === 'violated' ? result.names.map((name) => `TLC: ${name} is violated`) : [];
};

/** A run for each invariant that must be violated: TLC ends at the first violation. */
export const checkReaches = async (
  { jar }: Ready,
  files: ReadonlyMap<string, string>,
  names: readonly string[] = ipcReaches,
): Promise<readonly NamedCheck[]> => {
  const checks: NamedCheck[] = [];
  for (const name of names) {
    const config = `${ipcModule.small}${name}`;
    const withConfig = new Map([...files, [`${config}.cfg`, generateCfg([name])] as const]);
    const run = { jar, files: withConfig, module: ipcModule.small, config, mode: 'check' } as const;
    const { result } = await runTlc(run);
    checks.push({ name, ok: result.kind === 'violated' && result.names.includes(name) });
  }
  return checks;
};

/**
 * The module's own `Next` must say what the generated `NextMC` says: the same states, and as many
 * steps.
 */
export const nextFaults = async (
  { jar }: Ready,
  module: string,
  files: ReadonlyMap<string, string>,
  counts: TlcCounts,
): Promise<readonly string[]> => {
  const config = `${module}Next`;
  const text = (files.get(`${module}.cfg`) ?? '').replace('NEXT NextMC', 'NEXT Next');
  const withNext = new Map([...files, [`${config}.cfg`, text] as const]);
  const { result } = await runTlc({ jar, files: withNext, module, config, mode: 'check' });
  if (result.kind !== 'passed') return ["the module's own Next does not pass"];
  const { distinct, generated } = result.counts;
  return distinct === counts.distinct && generated === counts.generated
    ? []
    : [
        `Next has ${String(distinct)} states and ${String(generated)} steps, ` +
          `NextMC ${String(counts.distinct)} and ${String(counts.generated)}`,
      ];
};

/** Runs the twin Ipc: both graphs, the module's invariants, its outcomes, and the manifest. */
export const runIpc = async (tools: Ready, tier: Tier): Promise<TwinResult> => {
  const files = ipcModuleFiles();
  const compared = {
    topology: ipcTiers[tier],
    bound: ipcManifest[tier].bound,
    parts,
    module: ipcModule[tier],
    files,
  };
  const { model, tlc, difference, seconds } = await compareIpc(tools, compared);
  const reaches = await checkReaches(tools, files);
  const nextIs =
    tlc.result.kind === 'passed'
      ? await nextFaults(tools, ipcModule[tier], files, tlc.result.counts)
      : [];
  const unreached = reaches.filter(({ ok }) => !ok).map(({ name }) => `${name} is not violated`);
  return {
    twin: 'Ipc',
    tier,
    equal: tlc.result.kind === 'passed' && difference === undefined && model.coarse === undefined,
    model,
    states: model.graph.keys.length,
    edges: edgeCount(model.graph),
    depth: depthOf(model.graph),
    actions: edgesByAction(model.graph),
    firstDifference: difference,
    invariants: invariantChecks(tlc),
    reaches,
    faults: [
      ...outcomeFaults(tlc),
      ...(difference === undefined ? [] : [describeDifference(difference)]),
      ...(model.coarse === undefined ? [] : [model.coarse]),
      ...unreached,
      ...nextIs,
      ...depthFaults(model, tlc),
      ...manifestFaults(tier, model),
    ],
    tlc: {
      states: tlc.graph?.keys.length ?? 0,
      edges: tlc.graph === undefined ? 0 : edgeCount(tlc.graph),
      version: tlc.version,
      jar: tools.sha256,
    },
    seconds,
  };
};
