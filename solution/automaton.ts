import type { DeviceRole } from '../model/device-role.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Expression } from './syntax/tree/expression.ts';

/**
 * A program as data: in each state the thread does one of `do`, and the first branch of `on` that
 * fits what came of it tells the next state; where none fits the state stays.
 */
export interface Automaton {
  readonly process: ProcessId;
  readonly initial: string;
  readonly states: ReadonlyMap<string, AutomatonState>;
  /** What it calls devices. */
  readonly devices: readonly NamedDevice[];
  readonly at: Span;
}

/** A name of a program's own for the device that bears a role on the machine. */
export interface NamedDevice {
  readonly name: string;
  readonly role: DeviceRole;
  readonly at: Span;
}

/**
 * What a program reads of a device.
 *
 * Shape: `registers` and `size` are of its first registers, `line` is its first, `port` and `ports` are of its first
 *        range; `number` is what the IOMMU knows it by.
 * Units: `registers` is a physical address, `size` counts bytes, `ports` ports.
 */
export const deviceFeatures = ['registers', 'size', 'line', 'port', 'ports', 'number'] as const;

export type DeviceFeature = (typeof deviceFeatures)[number];

/** Several steps in `do` are a free choice between them; none is idling for ever. */
export interface AutomatonState {
  readonly name: string;
  readonly do: readonly AutomatonStep[];
  readonly on: readonly Branch[];
  readonly at: Span;
}

/** The connection that every process has: to the kernel, for its services. */
export const kernelConnection = 'kernel';

/** The function of expressions that says how a handle goes: with which rights, and under which badge. */
export const lendFunction = 'lend';

/** What a call goes over: a channel of which the process is the client or `kernel`, by name; or a handle that was kept. */
export type Over =
  | { readonly kind: 'connection'; readonly name: string }
  | { readonly kind: 'kept'; readonly name: string };

/** Words of steps that use memory, registers and ports. */
export const accessWords = ['load', 'store', 'in', 'out'] as const;

/**
 * One step of a thread.
 *
 * Shape: `message` in a step's expressions is what the thread received last, `kept` what branches have
 *        kept, `listener` the listener of a process that serves connections, and `devices` are its devices.
 */
export type AutomatonStep =
  | { readonly kind: 'recv'; readonly at: Span }
  | {
      readonly kind: 'call';
      readonly over: Over;
      /** Empty for a callable handle, which is bound to one. */
      readonly endpoint: string;
      readonly method: string;
      /** A dictionary. */
      readonly message: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: 'reply';
      readonly as: 'response' | 'error';
      readonly message: Expression;
      readonly at: Span;
    }
  | AccessStep;

/** A use of memory, of registers or of a port, which nobody judges. */
export interface AccessStep {
  readonly kind: (typeof accessWords)[number];
  /** A dictionary. */
  readonly operands: Expression;
  readonly at: Span;
}

/** A step that says something to somebody. */
export type Saying = Extract<AutomatonStep, { readonly message: Expression }>;

export const isSaying = (step: AutomatonStep): step is Saying => 'message' in step;

export const isAccessStep = (step: AutomatonStep): step is AccessStep => 'operands' in step;

/** Does it yield a word? Else it gives one. */
export const isReading = ({ kind }: AutomatonStep): boolean => kind === 'load' || kind === 'in';

export const branchKinds = [
  'response',
  'error',
  'denied',
  'refused',
  'request',
  'replied',
  'loaded',
  'stored',
  'any',
] as const;

/** What came of a step: `request` is a message taken by `recv`, `loaded` a word; `any` fits whatever came. */
export type BranchKind = (typeof branchKinds)[number];

/** A value that is kept under a name: a handle, say, that a later step uses. */
export interface Kept {
  readonly name: string;
  readonly value: Expression;
}

export interface Branch {
  readonly on: BranchKind;
  /** For `request`: only this endpoint and method. */
  readonly of: { readonly endpoint: string; readonly method: string } | undefined;
  /** A Boolean expression over `message` and `kept`. */
  readonly when: Expression | undefined;
  /** What is kept of the message from here on, by name. */
  readonly keep: readonly Kept[];
  readonly next: string;
  readonly at: Span;
}
