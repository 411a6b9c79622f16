import { expect } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { generatedFiles, shippedFiles } from '../generate.ts';
import { compareTwin } from './compare-twin.ts';
import type { Comparison, Ready } from './compare-twin.ts';
import { findTools } from './jar.ts';
import { runTlc } from './run.ts';
import type { TlcOutcome } from './run.ts';

/** What tests share that plant a mismatch in one side of a twin. */

const found = await findTools();

/** True without TLC's tools, except where `CI=true` demands them; says so. */
export const skipWithoutTools = (twin: string): boolean => {
  if (found.kind === 'ready' || process.env['CI'] === 'true') return false;
  process.stderr.write(`skipped: planted mismatches of the twin ${twin}: ${found.message}\n`);
  return true;
};

/** The kernel with some services in the place of others. */
export const withServices = (services: Partial<Parts['services']>): Parts => ({
  ...parts,
  services: { ...parts.services, ...services },
});

/** Both graphs are equal, and TLC finds nothing wrong. */
export const expectEqual = ({ difference, model, tlc }: Comparison): void => {
  expect(difference).toBeUndefined();
  expect(model.coarse).toBeUndefined();
  expect(tlc.result.kind).toBe('passed');
  expect(model.graph.keys.length).toBe(tlc.graph?.keys.length);
};

/** TLC, which is not run again over the same files: of a kernel that was changed it knows nothing. */
const makeRunner = (): typeof runTlc => {
  const known = new Map<string, Promise<TlcOutcome>>();
  return (run) => {
    const key = JSON.stringify([run.module, run.config, run.mode, ...run.files]);
    const outcome = known.get(key) ?? runTlc(run);
    known.set(key, outcome);
    return outcome;
  };
};

/** A text of the module and what stands in its place. */
export type Change = readonly [from: string, to: string];

/** A part of the kernel that was replaced, or a text of the module; neither, for the twin as it ships. */
export interface Planted {
  readonly use?: Parts;
  readonly change?: Change;
  /** The file of the text; that of the twin's own module, if not told otherwise. */
  readonly file?: string;
}

export interface Planting {
  readonly tools: () => Ready;
  /** The twin's files, with a change in one of them: it must be found there. */
  readonly filesWith: (planted?: Omit<Planted, 'use'>) => ReadonlyMap<string, string>;
  readonly compareWith: (planted: Planted) => Promise<Comparison>;
}

export const makePlanting = (twin: TwinDefinition, system: TwinSystem): Planting => {
  const tools = (): Ready => {
    if (found.kind === 'missing') throw new Defect(found.message);
    return found;
  };
  const filesWith: Planting['filesWith'] = ({ change, file = `${twin.name}.tla` } = {}) => {
    const files = new Map([...shippedFiles(twin), ...generatedFiles(twin, system)]);
    if (change === undefined) return files;
    const [from, to] = change;
    const text = files.get(file) ?? '';
    if (!text.includes(from)) throw new Defect(`${file} does not say ${from}`);
    return files.set(file, text.replaceAll(from, to));
  };
  const run = makeRunner();
  return {
    tools,
    filesWith,
    compareWith: ({ use = parts, ...planted }) =>
      compareTwin(tools(), { system, bound: 100_000, files: filesWith(planted), use }, run),
  };
};
