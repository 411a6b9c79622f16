import type { ProcessId } from '../model/ids.ts';
import type { EventKind } from '../model/security.ts';
import type { Span } from '../model/span.ts';
import type { Automaton } from './automaton.ts';
import type { Parameter } from './data-type.ts';
import type { AuditProfile, Binding, PolicyObject } from './syntax/tree/psl.ts';
import type { Selectors } from './syntax/tree/selectors.ts';
import type { AssertionSet } from './syntax/tree/pal.ts';

/**
 * A solution that has passed every static check (S12): nothing in it names what does not exist.
 * Immutable; made only by `load`.
 */
export interface Solution {
  readonly name: string;
  /** Process classes that the policy includes, and `kl.core.Core`, by name. */
  readonly classes: ReadonlyMap<string, ProcessClass>;
  /** In the order of init.yaml; the index is the ProcessId. */
  readonly processes: readonly Process[];
  readonly channels: readonly Channel[];
  readonly policy: Policy;
  readonly assertions: readonly AssertionSet[];
  readonly objectives: readonly Objective[];
  /** The program of each process that has one in programs.yaml. */
  readonly automata: ReadonlyMap<ProcessId, Automaton>;
  /** What each process that has a contract in programs.yaml may do, whatever its program. */
  readonly contracts: ReadonlyMap<ProcessId, Automaton>;
}

/** A process class: what an EDL file declares, nested components unfolded. */
export interface ProcessClass {
  readonly name: string;
  /** Depth first: the class's own endpoints, then its components', in textual order. */
  readonly endpoints: readonly Endpoint[];
  /** Interfaces of the `security` clauses of the class and of the components within. */
  readonly security: readonly Interface[];
  /** A declaration is missing (C-45): there may be other endpoints and interfaces. */
  readonly open: boolean;
}

export interface Endpoint {
  /** Qualified: `motor.drive`, or a bare name for an endpoint of the class itself. */
  readonly name: string;
  readonly interface: Interface;
  /** The type of the component that holds it directly; absent for the class's own (C-05). */
  readonly component: string | undefined;
}

export interface Interface {
  readonly name: string;
  readonly methods: readonly Method[];
  /** Its declaration is missing (C-45): there may be other methods. */
  readonly open: boolean;
}

/** A method and the messages of its three directions. */
export interface Method {
  readonly name: string;
  readonly in: readonly Parameter[];
  readonly out: readonly Parameter[];
  readonly error: readonly Parameter[];
  /** Its parameters are not known: a policy named it on a class whose declaration is not there (C-06). */
  readonly open: boolean;
}

/** One process of init.yaml: a task name, unique, and its class. */
export interface Process {
  readonly id: ProcessId;
  readonly name: string;
  readonly className: string;
  readonly program: ProgramFile;
  readonly at: Span;
}

/** What a process runs: a file of the image, its arguments and environment. */
export interface ProgramFile {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: ReadonlyMap<string, string>;
}

/** A static channel; `name` is the connection's id, by which the client looks it up. */
export interface Channel {
  readonly name: string;
  readonly client: ProcessId;
  readonly server: ProcessId;
  readonly at: Span;
}

/** The policy: includes expanded at their first `use`, in textual order (C-20). */
export interface Policy {
  readonly file: string;
  /** The interface of execute events (C-04). */
  readonly executeInterface: string;
  /** Those that SDK packages declare, then those of the policy. */
  readonly objects: readonly PolicyObject[];
  readonly bindings: readonly Binding[];
  readonly profiles: readonly AuditProfile[];
  readonly auditDefault: { readonly profile: string; readonly level: number };
}

/** What must never be granted, and whom it does not trust. More forms come later. */
export interface Objective {
  readonly name: string;
  readonly text: string;
  readonly untrusted: readonly ProcessId[];
  readonly never: EventPattern;
  readonly at: Span;
}

/** The events of a kind for which all selectors hold. */
export interface EventPattern {
  readonly event: EventKind;
  readonly where: Selectors;
}

/** The class that boots the system. */
export const einitClass = 'Einit';

/** The kernel's class, always known (C-01). */
export const kernelClass = 'kl.core.Core';
