import { firstDifference } from '../compare.ts';
import type { Difference } from '../compare.ts';
import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { shippedFiles } from '../generate.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { graphOf } from '../twin.ts';
import type { ModelGraph } from '../twin.ts';
import type { Tools } from './jar.ts';
import { runTlc } from './run.ts';
import type { TlcOutcome } from './run.ts';

export type Ready = Extract<Tools, { readonly kind: 'ready' }>;

/** One system of a twin; `files` and `use` stand in for what ships, to plant a mismatch. */
export interface Compared {
  readonly system: TwinSystem;
  readonly bound: number;
  readonly files: ReadonlyMap<string, string>;
  readonly use: Parts;
}

/** A system as it ships. */
export const shipped = (
  twin: TwinDefinition,
  system: TwinSystem,
  { bound }: { readonly bound: number },
): Compared => ({ system, bound, files: shippedFiles(twin), use: parts });

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
 * Shape: `run` may give what TLC has said of the same run before.
 * Source: the module of the twin; what equality proves is in spec/claims.md.
 */
export const compareTwin = async (
  { jar }: Ready,
  { system, bound, files, use }: Compared,
  run: typeof runTlc = runTlc,
): Promise<Comparison> => {
  const started = performance.now();
  const model = graphOf(system.build(use), bound);
  const modelSeconds = secondsSince(started);
  const tlcStarted = performance.now();
  const { module } = system;
  const tlc = await run({ jar, files, module, config: module, mode: 'graph' });
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
