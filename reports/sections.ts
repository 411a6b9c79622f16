import type { Diagnostic } from '../model/diagnostic.ts';
import { findObjectiveOf } from '../spec/steps.ts';
import type {
  BoardData,
  DmaData,
  NamedChecksData,
  PropertyData,
  SearchData,
  TestData,
  TwinData,
} from './data.ts';
import { decode } from './fields.ts';
import type { Fields } from './fields.ts';
import {
  readBoard,
  readDma,
  readNamedChecks,
  readProperty,
  readSearch,
  readTest,
  readTwin,
} from './read-data.ts';
import type { StepEvidence } from './requirement-evidence.ts';
import { evidenceFault } from './result.ts';

/** A step and what its section shows; `data` is absent where the step has none, as when skipped. */
export interface Shown<Data> extends StepEvidence {
  readonly name: string;
  readonly data: Data | undefined;
}

/** The steps' data, section by section. */
export interface Sections {
  readonly tests: readonly Shown<TestData>[];
  readonly searches: readonly Shown<SearchData>[];
  readonly properties: readonly Shown<PropertyData>[];
  readonly twins: readonly Shown<TwinData>[];
  readonly checks: readonly Shown<NamedChecksData>[];
  readonly dma: readonly Shown<DmaData>[];
  readonly boards: readonly Shown<BoardData>[];
}

/** The part of a step's name behind its family: `twin:Ipc` is of the family twin, and named Ipc. */
const memberOf = (step: string, family: string): string | undefined => {
  if (step === family) return step;
  return step.startsWith(`${family}:`) ? step.slice(family.length + 1) : undefined;
};

interface Gathered<Data> {
  readonly shown: readonly Shown<Data>[];
  readonly diagnostics: readonly Diagnostic[];
}

const gather = <Data>(
  steps: readonly StepEvidence[],
  nameOf: (step: string) => string | undefined,
  read: (fields: Fields) => Data,
): Gathered<Data> => {
  const diagnostics: Diagnostic[] = [];
  const shown = steps.flatMap(({ file, result }): readonly Shown<Data>[] => {
    const name = nameOf(result.step);
    if (name === undefined) return [];
    if (result.data === undefined) return [{ file, result, name, data: undefined }];
    const decoded = decode(result.data, read);
    if (decoded.kind === 'decoded') return [{ file, result, name, data: decoded.value }];
    for (const fault of decoded.faults) {
      diagnostics.push(evidenceFault('EVD-004', file, `data: ${fault}`));
    }
    return [{ file, result, name, data: undefined }];
  });
  return { shown, diagnostics };
};

/** Reads the data of every step that has a section. */
export const readSections = (
  steps: readonly StepEvidence[],
): { readonly sections: Sections; readonly diagnostics: readonly Diagnostic[] } => {
  const tests = gather(steps, (step) => memberOf(step, 'test'), readTest);
  const searchName = (step: string): string | undefined =>
    step === 'explore' ? step : findObjectiveOf(step);
  const searches = gather(steps, searchName, readSearch);
  const properties = gather(steps, (step) => memberOf(step, 'property'), readProperty);
  const twins = gather(steps, (step) => memberOf(step, 'twin'), readTwin);
  const checkName = (step: string): string | undefined =>
    memberOf(step, 'invariants') ?? memberOf(step, 'reach');
  const checks = gather(steps, checkName, readNamedChecks);
  const dma = gather(steps, (step) => memberOf(step, 'dma'), readDma);
  const boards = gather(steps, (step) => memberOf(step, 'board'), readBoard);
  return {
    sections: {
      tests: tests.shown,
      searches: searches.shown,
      properties: properties.shown,
      twins: twins.shown,
      checks: checks.shown,
      dma: dma.shown,
      boards: boards.shown,
    },
    diagnostics: [tests, searches, properties, twins, checks, dma, boards].flatMap(
      (one) => one.diagnostics,
    ),
  };
};
