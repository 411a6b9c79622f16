import type { Span } from '../../model/span.ts';
import type { ModelCatalogue, ModelSignature } from '../catalogue.ts';
import type { ProcessClass } from '../solution.ts';
import type { PolicyObject } from '../syntax/tree/psl.ts';
import type { Report } from './report.ts';

/** A policy object and the model that it is of. */
export interface ScopedObject {
  readonly object: PolicyObject;
  readonly model: ModelSignature;
  /** Its type and config are what the model asks for. */
  readonly whole: boolean;
}

/** What the rules of a policy may name. */
export interface Scope {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly objects: ReadonlyMap<string, ScopedObject>;
  /** Names of objects whose model is unknown. */
  readonly broken: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly executeInterface: string;
  readonly report: Report;
}

/** The objects that SDK packages declare themselves: `base`, `math`, … */
export const implicitObjects = (catalogue: ModelCatalogue, at: Span): readonly PolicyObject[] =>
  [...catalogue.values()].flatMap(({ name, implicitObject }) =>
    implicitObject === undefined
      ? []
      : [
          {
            kind: 'policyObject' as const,
            name: { text: implicitObject, at },
            model: { text: name, at },
            parameters: [],
            at,
          },
        ],
  );
