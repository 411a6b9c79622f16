import type { Parts } from '../kernel/micro/parts.ts';
import type { MicroState } from '../kernel/micro/objects.ts';
import type { Context } from '../kss/context.ts';
import type { Operator, Twin } from './twin.ts';

/** How large a system is compared: tiers differ in bounds only. */
export const tierNames = ['small', 'full'] as const;

export type Tier = (typeof tierNames)[number];

/**
 * What a tier comes to, on both sides; another number is a difference of the project from itself.
 * The bound is above the number of the model's states, so that no bound decides.
 */
export interface Manifest {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly bound: number;
}

/** One system on both sides: what the model is made of, and the module that TLC runs. */
export interface TwinSystem {
  /** The generated module's name: `MCIpcSmall`. */
  readonly module: string;
  /** The module's constants, each as a TLA+ expression. */
  readonly constants: Readonly<Record<string, string>>;
  /** Every operator with every argument. */
  readonly operators: readonly Operator[];
  /** The model; `use` replaces a part of the kernel, to plant a mismatch. */
  readonly build: (use?: Parts) => Twin<MicroState<Context>>;
}

/** A system whose size is known. */
export interface TwinTier extends TwinSystem {
  readonly manifest: Manifest;
}

/** A module, the systems that it is compared in, and what TLC checks of it. */
export interface TwinDefinition {
  /** `Ipc`: that of the module, and of the steps `twin:Ipc`, `invariants:Ipc` and `reach:Ipc`. */
  readonly name: string;
  /** The folder below tla/ that has its modules. */
  readonly folder: string;
  /** The modules that a generated one extends: the twin's own, and that of its policy. */
  readonly modules: readonly string[];
  /** Constants that are operators of these modules: the policy. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** What holds in every state, in the order of the module's text. */
  readonly invariants: readonly string[];
  /** What must be violated: proof that each can happen. */
  readonly reaches: readonly string[];
  readonly tiers: Readonly<Record<Tier, TwinTier>>;
}
