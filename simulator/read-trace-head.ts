import { fieldOf, textOf } from '../kss/decide/line.ts';
import type { Fields } from '../kss/decide/line.ts';
import { findFaultKind, isStepOf } from '../solution/yaml/faults.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import { chooseMachine } from './chosen-machine.ts';
import type { ChosenMachine } from './chosen-machine.ts';
import type { Fork, RunOptions } from './run.ts';
import type { TraceOf } from './trace-document.ts';
import type { TraceCode } from './trace-codes.ts';

/** What the first line of a trace says: what was run, and how. */
export interface TraceHead {
  readonly of: TraceOf;
  readonly options: RunOptions;
}

export const isFields = (json: unknown): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

type Complain = (code: TraceCode, column: number, message: string) => void;

/** The items of a list that an option is; undefined if one of them is not as it ought to be. */
const listOf = <Item>(
  options: Fields,
  name: string,
  read: (fields: Fields) => Item | undefined,
): readonly Item[] | undefined => {
  const found = fieldOf(options, name) ?? [];
  if (!Array.isArray(found)) return undefined;
  const items = found.flatMap((item: unknown) => {
    const one = isFields(item) ? read(item) : undefined;
    return one === undefined ? [] : [one];
  });
  return items.length === found.length ? items : undefined;
};

const forkOf = (fields: Fields): Fork | undefined => {
  const after = fieldOf(fields, 'after');
  const seed = fieldOf(fields, 'seed');
  return isCount(after) && isCount(seed) ? { after, seed } : undefined;
};

const faultOf = (fields: Fields): Fault | undefined => {
  const at = fieldOf(fields, 'at');
  const process = textOf(fields, 'process');
  const fault = findFaultKind(textOf(fields, 'fault') ?? '');
  if (!isCount(at) || process === undefined || fault === undefined) return undefined;
  return isStepOf(fault, at) ? { at, process, fault } : undefined;
};

const optionsOf = (fields: Fields, complain: Complain): RunOptions | undefined => {
  const options = fieldOf(fields, 'options');
  const seed = fieldOf(fields, 'seed');
  const steps = isFields(options) ? fieldOf(options, 'steps') : undefined;
  if (!isFields(options) || !isCount(seed) || !isCount(steps)) {
    complain('TRC-002', 1, 'the head needs "seed" and "options" with "steps"');
    return undefined;
  }
  const listed = listOf(options, 'forks', forkOf);
  const inOrder = listed?.every(({ after }, index) => after > (listed[index - 1]?.after ?? -1));
  const forks = inOrder === true ? listed : undefined;
  const faults = listOf(options, 'faults', faultOf);
  if (forks !== undefined && faults !== undefined) return { seed, steps, forks, faults };
  complain(
    'TRC-007',
    1,
    `"${forks === undefined ? 'forks' : 'faults'}" of the head is not as a run writes it`,
  );
  return undefined;
};

const subjectOf = (fields: Fields): TraceOf | undefined => {
  const solution = fieldOf(fields, 'solution');
  if (!isFields(solution)) return undefined;
  const name = textOf(solution, 'name');
  const sha256 = textOf(solution, 'sha256');
  const version = textOf(fields, 'version') ?? '';
  return name === undefined || sha256 === undefined ? undefined : { name, sha256, version };
};

/** The machine that the head names; undefined if there is none such. */
const machineOf = (
  fields: Fields,
  complain: Complain,
): { readonly machine: ChosenMachine | undefined } | undefined => {
  const [arch, board] = ['arch', 'board'].map((name) => fieldOf(fields, name) ?? undefined);
  const isName = (name: unknown): name is string | undefined =>
    name === undefined || typeof name === 'string';
  if (!isName(arch) || !isName(board)) {
    complain('TRC-002', 1, '"arch" and "board" of the head are names, or null');
    return undefined;
  }
  const choosing = chooseMachine(arch, board);
  if (choosing.kind === 'chosen') return choosing;
  complain('TRC-007', 1, choosing.fault.message);
  return undefined;
};

/** Reads the first line of a trace. */
export const readHead = (fields: Fields, complain: Complain): TraceHead | undefined => {
  if (fieldOf(fields, 'refmon') !== 'trace/1' || fieldOf(fields, 'kernel') !== 'micro') {
    complain('TRC-002', 1, 'this is no head of a trace/1 of the kernel micro');
    return undefined;
  }
  const chosen = machineOf(fields, complain);
  const of = subjectOf(fields);
  if (of === undefined)
    complain('TRC-002', 1, 'the head needs "solution" with "name" and "sha256"');
  const options = optionsOf(fields, complain);
  if (of === undefined || options === undefined || chosen === undefined) return undefined;
  const { machine } = chosen;
  return { of, options: { ...options, ...(machine === undefined ? {} : { machine }) } };
};
