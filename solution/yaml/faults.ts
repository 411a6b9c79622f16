import type { Diagnostic } from '../../model/diagnostic.ts';
import { hintNearest } from '../nearest.ts';
import type { Process } from '../solution.ts';
import type { Source } from '../source.ts';
import { readDocument } from './document.ts';
import type { Complain, Node } from './document.ts';
import { fieldsOf, listOf } from './fields.ts';

/** What can go wrong with a process in a run; each is told in spec/formats/faults.md. */
export const faultKinds = ['trap', 'kill', 'hang', 'hostile', 'exhaust', 'deny-start'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault of a process. Units: `at` is the step that it comes with; 0 is boot. */
export interface Fault {
  readonly at: number;
  readonly process: string;
  readonly fault: FaultKind;
}

export interface FaultsFile {
  readonly faults: readonly Fault[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The latest step that a fault may come with. */
export const lastFaultStep = 1_000_000_000;

export const findFaultKind = (text: string): FaultKind | undefined =>
  faultKinds.find((kind) => kind === text);

/** Can a fault come with a step? Only a start is denied at boot, and then alone. */
export const isStepOf = (fault: FaultKind, at: number): boolean =>
  Number.isSafeInteger(at) && at <= lastFaultStep && (fault === 'deny-start' ? at === 0 : at >= 1);

const stepOf = (text: string): number => (/^\d{1,12}$/.test(text) ? Number(text) : -1);

const stepWords = (fault: FaultKind): string =>
  fault === 'deny-start'
    ? 'a start is denied at boot, which is step 0; "at" may be left out'
    : `a step is a whole number from 1 to ${String(lastFaultStep)}`;

const readOne = (node: Node, names: readonly string[], complain: Complain): readonly Fault[] => {
  const fields = fieldsOf(node, 'a fault', ['at', 'process', 'fault'], complain);
  const process = fields.need('process');
  const named = fields.need('fault');
  if (process.text === '' || named.text === '') return [];
  if (!names.includes(process.text)) {
    const message = `there is no process "${process.text}"`;
    complain('FLT-001', process.at, message, hintNearest(process.text, names));
  }
  const fault = findFaultKind(named.text);
  if (fault === undefined) {
    const message = `there is no fault "${named.text}"`;
    const known = { hint: `one of ${faultKinds.join(', ')}` };
    complain('FLT-002', named.at, message, { ...known, ...hintNearest(named.text, faultKinds) });
    return [];
  }
  const isBoot = fault === 'deny-start' && fields.find('at') === undefined;
  const step = isBoot ? { text: '0', at: node.at } : fields.need('at');
  const at = stepOf(step.text);
  if (step.text !== '' && !isStepOf(fault, at)) {
    complain('FLT-003', step.at, stepWords(fault));
    return [];
  }
  return [{ at, process: process.text, fault }];
};

/**
 * Reads a schedule of faults for a run of a solution.
 *
 * Result: the faults in the order of their steps; none that is wrong is left unsaid.
 * Source: spec/formats/faults.md.
 */
export const readFaults = (source: Source, processes: readonly Process[]): FaultsFile => {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics: Diagnostic[] = [...found];
  if (root === undefined) return { faults: [], diagnostics };
  const complain: Complain = (code, at, message, more) => {
    diagnostics.push({ code, severity: 'error', at, message, ...more });
  };
  const names = processes.map(({ name }) => name);
  const items = listOf(root, 'a faults file', 'faults', complain);
  const faults = items.flatMap((node) => readOne(node, names, complain));
  return { faults: [...faults].sort((left, right) => left.at - right.at), diagnostics };
};
