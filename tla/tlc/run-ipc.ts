import { tlaFiles } from '../embedded.ts';
import { describeDifference, firstDifference } from '../compare.ts';
import type { Difference } from '../compare.ts';
import { edgeCount, edgesByAction } from '../graph.ts';
import { generateCfg, ipcInvariants, ipcReaches } from '../ipc/generate.ts';
import { ipcManifest, ipcModule, ipcTiers } from '../ipc/tiers.ts';
import type { Tier } from '../ipc/tiers.ts';
import { ipcTwin } from '../ipc/twin.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { graphOf } from '../twin.ts';
import type { ModelGraph } from '../twin.ts';
import type { Tools } from './jar.ts';
import { runTlc } from './run.ts';
import type { TlcOutcome } from './run.ts';

type Ready = Extract<Tools, { readonly kind: 'ready' }>;

/** Whether something that was expected is so. */
export interface NamedCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** What a comparison of the twin Ipc with TLC came to. */
export interface TwinResult {
  readonly twin: string;
  readonly tier: Tier;
  readonly equal: boolean;
  readonly model: ModelGraph;
  readonly states: number;
  readonly edges: number;
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

/** What a test replaces: a part of the kernel, or the text of a module. */
export interface Replaced {
  readonly parts?: Parts;
  readonly files?: ReadonlyMap<string, string>;
}

const moduleFiles = (): ReadonlyMap<string, string> =>
  new Map(
    [...tlaFiles]
      .filter(([path]) => path.startsWith('ipc/'))
      .map(([path, text]) => [path.slice('ipc/'.length), text]),
  );

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

const manifestFaults = (tier: Tier, model: ModelGraph): readonly string[] => {
  const expected = ipcManifest[tier];
  const found = {
    states: model.graph.keys.length,
    edges: edgeCount(model.graph),
    depth: model.depth,
  };
  return (['states', 'edges', 'depth'] as const).flatMap((name) =>
    found[name] === expected[name]
      ? []
      : [
          `the manifest says ${String(expected[name])} ${name}, the model has ${String(found[name])}`,
        ],
  );
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
const checkReaches = async (
  { jar }: Ready,
  files: ReadonlyMap<string, string>,
): Promise<readonly NamedCheck[]> => {
  const checks: NamedCheck[] = [];
  for (const name of ipcReaches) {
    const config = `${ipcModule.small}${name}`;
    const withConfig = new Map([...files, [`${config}.cfg`, generateCfg([name])] as const]);
    const run = { jar, files: withConfig, module: ipcModule.small, config, mode: 'check' } as const;
    const { result } = await runTlc(run);
    checks.push({ name, ok: result.kind === 'violated' && result.names.includes(name) });
  }
  return checks;
};

/**
 * Compares the kernel's graph with TLC's: every state, edge, argument and outcome.
 *
 * Source: tla/ipc/Ipc.tla; what equality proves is in spec/claims.md.
 */
export const runIpc = async (
  tools: Ready,
  tier: Tier,
  { parts: use = parts, files = moduleFiles() }: Replaced = {},
): Promise<TwinResult> => {
  const started = performance.now();
  const model = graphOf(ipcTwin(ipcTiers[tier], use), ipcManifest[tier].bound);
  const modelSeconds = secondsSince(started);
  const tlcStarted = performance.now();
  const module = ipcModule[tier];
  const tlc = await runTlc({ jar: tools.jar, files, module, config: module, mode: 'graph' });
  const reaches = await checkReaches(tools, files);
  const tlcSeconds = secondsSince(tlcStarted);
  const difference = tlc.graph === undefined ? undefined : firstDifference(model.graph, tlc.graph);
  const unreached = reaches.filter(({ ok }) => !ok).map(({ name }) => `${name} is not violated`);
  const faults = [
    ...outcomeFaults(tlc),
    ...(difference === undefined ? [] : [describeDifference(difference)]),
    ...(model.coarse === undefined ? [] : [model.coarse]),
    ...unreached,
    ...manifestFaults(tier, model),
  ];
  return {
    twin: 'Ipc',
    tier,
    equal: tlc.graph !== undefined && difference === undefined && model.coarse === undefined,
    model,
    states: model.graph.keys.length,
    edges: edgeCount(model.graph),
    actions: edgesByAction(model.graph),
    firstDifference: difference,
    invariants: invariantChecks(tlc),
    reaches,
    faults,
    tlc: {
      states: tlc.graph?.keys.length ?? 0,
      edges: tlc.graph === undefined ? 0 : edgeCount(tlc.graph),
      version: tlc.version,
      jar: tools.sha256,
    },
    seconds: { model: modelSeconds, tlc: tlcSeconds },
  };
};
