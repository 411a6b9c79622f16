import type { TwinDefinition } from '../definition.ts';
import { generateCfg, readReached } from '../generate.ts';
import type { TlcResult } from '../tool-output.ts';
import type { Compared, Ready } from './compare-twin.ts';
import { runTlc } from './run.ts';

/** Whether something that was expected is so. */
export interface NamedCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** What a run of the module's own `Next` has come to. */
export interface OwnNext {
  readonly result: TlcResult;
  /** Each must be violated: its outcome can happen. */
  readonly reaches: readonly NamedCheck[];
}

/** Runs the module's own `Next`, and asks in every state what can happen. */
export const runOwnNext = async (
  { jar }: Ready,
  twin: TwinDefinition,
  { system, files }: Pick<Compared, 'system' | 'files'>,
): Promise<OwnNext> => {
  const config = `${system.module}Next`;
  const text = generateCfg(twin, system, 'Next', [...twin.invariants, 'ReachedMC']);
  const { result, printed } = await runTlc({
    jar,
    files: new Map([...files, [`${config}.cfg`, text] as const]),
    module: system.module,
    config,
    mode: 'check',
  });
  const violated = readReached(printed);
  const isSeen = (name: string): boolean => result.kind === 'passed' && violated.has(name);
  return { result, reaches: twin.reaches.map((name) => ({ name, ok: isSeen(name) })) };
};

/**
 * The module's own `Next` must say what the generated `NextMC` says: the same states, and as many
 * steps. Nothing is told of a `NextMC` that has not passed: that is a fault of its own.
 */
export const nextFaults = ({ result: own }: OwnNext, generated: TlcResult): readonly string[] => {
  if (own.kind === 'failed') return [`the module's own Next does not pass: ${own.why}`];
  if (own.kind === 'violated') return own.names.map((name) => `Next: ${name} is violated`);
  if (generated.kind !== 'passed') return [];
  const [{ counts: ours }, { counts: theirs }] = [own, generated];
  return ours.distinct === theirs.distinct && ours.generated === theirs.generated
    ? []
    : [
        `Next has ${String(ours.distinct)} states and ${String(ours.generated)} steps, ` +
          `NextMC ${String(theirs.distinct)} and ${String(theirs.generated)}`,
      ];
};
