import type { Machine } from './campaign.ts';
import { tryOnce } from './campaign.ts';
import type { Answer } from './judge.ts';
import { componentShapes } from './shapes/components.ts';
import { idlShapes } from './shapes/idl.ts';
import { ruleShapes } from './shapes/rules.ts';
import type { Shape } from './shapes/shape.ts';
import { textShapes } from './shapes/texts.ts';
import { wireShapes } from './shapes/wire.ts';
import { yamlShapes } from './shapes/yaml.ts';
import { targets } from './targets.ts';
import type { Target } from './targets.ts';

/** Sizes in bytes. */
export const sizes = [1_000_000, 2_500_000, 5_000_000, 10_000_000] as const;

/** Hostile inputs of every language. */
export const shapes: readonly Shape[] = [
  ...textShapes,
  ...ruleShapes,
  ...idlShapes,
  ...componentShapes,
  ...yamlShapes,
  ...wireShapes,
];

const targetNamed = (kind: Target['kind'], name: string): Target | undefined =>
  targets.find((target) => target.kind === kind && target.name === name);

/** The time that one shape of a size takes, and what came of it. */
export const timeShape = (
  { most, make }: Shape,
  size: number,
  machine: Machine,
): { readonly answer: Answer; readonly ms: number; readonly bytes: number } => {
  const largest = sizes[sizes.length - 1] ?? size;
  const made = make(most === undefined ? size : Math.floor((size / largest) * most));
  const isWire = made instanceof Uint8Array;
  const bytes = isWire ? made : machine.encode(JSON.stringify(made));
  const target = isWire ? targetNamed('bytes', 'decodeMessage') : targetNamed('solution', 'load');
  if (target === undefined)
    return { answer: { kind: 'faulty', why: 'no target' }, ms: 0, bytes: 0 };
  return { ...tryOnce(target, bytes, machine), bytes: bytes.length };
};

/** Times below this are noise. */
const leastMs = 400;

/** What is wrong with the times of one shape: more than linear, or too long; absent if nothing. */
export const judgeTimes = (
  times: readonly { readonly ms: number; readonly bytes: number }[],
): string | undefined => {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || last.ms < leastMs) return undefined;
  const growth = last.ms / Math.max(first.ms, leastMs / 10);
  const bytes = last.bytes / first.bytes;
  const power = Math.log(growth) / Math.log(bytes);
  if (power > 1.35) return `MORE THAN LINEAR: size to the power of ${power.toFixed(2)}`;
  return last.ms > 20_000 ? 'SLOW' : undefined;
};
