import { randomStream } from '../../simulator/random.ts';
import type { RandomStream } from '../../simulator/random.ts';
import type { Texts } from './corpus.ts';
import type { Answer } from './judge.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import { randomBytes, randomText } from './random-text.ts';
import type { Alphabet } from './random-text.ts';
import type { Target } from './targets.ts';

/** What the pure rooms lack: the UTF-8 of the platform, and its clock in milliseconds. */
export interface Machine {
  readonly encode: (text: string) => Uint8Array;
  /** As files are read: what is no UTF-8 becomes U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly now: () => number;
}

/** How many inputs of each sort a target is given, and what fixes them. */
export interface Plan {
  readonly seed: number;
  readonly mutated: number;
  readonly random: number;
}

/** An input on which a target broke a promise. */
export interface Failure {
  readonly case: number;
  readonly seed: number;
  readonly why: string;
  readonly bytes: Uint8Array;
}

export interface TargetReport {
  readonly target: string;
  readonly cases: number;
  readonly trees: number;
  readonly refused: number;
  readonly slowest: { readonly ms: number; readonly bytes: number };
  readonly failure: Failure | undefined;
}

/**
 * Longest time that an input may take.
 *
 * Units: milliseconds of bytes: 500, and 10 more for each thousand bytes.
 */
const timeLimit = (bytes: number): number => 500 + bytes / 100;

const seedOf = (seed: number, name: string, index: number): number => {
  let mixed = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
  for (let at = 0; at < name.length; at++)
    mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193);
  return mixed;
};

const pick = <Item>(random: RandomStream, items: readonly Item[], otherwise: Item): Item =>
  items[random.below(Math.max(1, items.length))] ?? otherwise;

const mutateText = (text: string, random: RandomStream, machine: Machine): string =>
  random.below(3) === 0
    ? machine.decode(mutateBytes(machine.encode(text), random))
    : mutateTokens(text, random);

/** The alphabet of a file, by the end of its name. */
const alphabetOf = (path: string): Exclude<Alphabet, 'wire'> => {
  const ends = ['idl', 'cdl', 'edl', 'psl', 'yaml'] as const;
  return ends.find((end) => path.endsWith(end)) ?? 'template';
};

const changeTexts = (
  texts: Texts,
  random: RandomStream,
  change: (path: string, text: string) => string,
): Texts => {
  const changed = { ...texts };
  for (let left = 1 + random.below(2); left > 0; left--) {
    const path = pick(random, Object.keys(texts), 'security.psl');
    changed[path] = change(path, changed[path] ?? '');
  }
  return changed;
};

/** The input of one case, as bytes: it depends on the seed, the target and its number alone. */
export const inputOf = (
  target: Target,
  { seed, mutated }: Plan,
  index: number,
  machine: Machine,
): Uint8Array => {
  const random = randomStream(seedOf(seed, target.name, index));
  const isMutated = index < mutated;
  if (target.kind === 'bytes') {
    return isMutated
      ? mutateBytes(pick(random, target.seeds, new Uint8Array(0)), random)
      : randomBytes(random);
  }
  if (target.kind === 'text') {
    if (isMutated)
      return machine.encode(mutateText(pick(random, target.seeds, ''), random, machine));
    if (random.below(10) === 0) return randomBytes(random);
    return machine.encode(randomText(target.alphabet, random));
  }
  const texts = changeTexts(pick(random, target.seeds, {}), random, (path, text) =>
    isMutated
      ? mutateText(text, random, machine)
      : `${text.slice(0, random.below(text.length + 1))}${randomText(alphabetOf(path), random)}`,
  );
  return machine.encode(JSON.stringify(texts));
};

const textsFrom = (json: unknown): Texts =>
  typeof json === 'object' && json !== null
    ? Object.fromEntries(Object.entries(json).map(([path, text]) => [path, String(text)]))
    : {};

const take = (target: Target, bytes: Uint8Array, machine: Machine): Answer => {
  try {
    if (target.kind === 'bytes') return target.take(bytes);
    const text = machine.decode(bytes);
    return target.kind === 'text' ? target.take(text) : target.take(textsFrom(JSON.parse(text)));
  } catch (error) {
    return {
      kind: 'faulty',
      why: error instanceof Error ? (error.stack ?? error.message) : 'thrown',
    };
  }
};

/** One input, once: the answer, and the time that it took. */
export const tryOnce = (
  target: Target,
  bytes: Uint8Array,
  machine: Machine,
): { readonly answer: Answer; readonly ms: number } => {
  const started = machine.now();
  const answer = take(target, bytes, machine);
  return { answer, ms: machine.now() - started };
};

/** How often a slow case is tried: the machine may have been busy. */
const tries = 5;

/** One input: the answer, and the least time that it took. */
export const tryInput = (
  target: Target,
  bytes: Uint8Array,
  machine: Machine,
): { readonly answer: Answer; readonly ms: number } => {
  let ms = Infinity;
  for (let left = tries; left > 0; left--) {
    const once = tryOnce(target, bytes, machine);
    const { answer } = once;
    ms = Math.min(ms, once.ms);
    if (answer.kind === 'faulty' || ms <= timeLimit(bytes.length)) return { answer, ms };
  }
  const why = `it took ${ms.toFixed(0)} ms for ${String(bytes.length)} bytes`;
  return { answer: { kind: 'faulty', why }, ms };
};

/** Gives a target its inputs, up to the first on which it breaks a promise. */
export const runTarget = (target: Target, plan: Plan, machine: Machine): TargetReport => {
  const count = { tree: 0, diagnostics: 0 };
  let slowest = { ms: 0, bytes: 0 };
  const cases = plan.mutated + plan.random;
  const report = (done: number, failure: Failure | undefined): TargetReport => ({
    target: target.name,
    cases: done,
    trees: count.tree,
    refused: count.diagnostics,
    slowest,
    failure,
  });
  for (let index = 0; index < cases; index++) {
    const bytes = inputOf(target, plan, index, machine);
    const { answer, ms } = tryInput(target, bytes, machine);
    if (ms > slowest.ms) slowest = { ms, bytes: bytes.length };
    if (answer.kind === 'faulty') {
      return report(index + 1, { case: index, seed: plan.seed, why: answer.why, bytes });
    }
    count[answer.kind] += 1;
  }
  return report(cases, undefined);
};
