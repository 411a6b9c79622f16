import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import { branchKinds } from '../automaton.ts';
import type { AutomatonState, AutomatonStep, Branch, BranchKind, Kept } from '../automaton.ts';
import { hintNearest } from '../nearest.ts';
import type { Source } from '../source.ts';
import { parseExpression } from '../syntax/expression.ts';
import { parseStep, splitMethod } from '../syntax/step.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import { readDocument } from './document.ts';
import type { Complain, Node } from './document.ts';
import { entriesOf, fieldsOf, itemsOf } from './fields.ts';
import { readDevices, readableName } from './program-devices.ts';
import type { DeviceText } from './program-devices.ts';

/** A program as written: names of processes and connections are not looked up yet. */
export interface ProgramText {
  readonly process: Name;
  readonly initial: Name;
  readonly states: ReadonlyMap<string, AutomatonState>;
  readonly devices: readonly DeviceText[];
  readonly at: Span;
}

export interface ProgramsFile {
  readonly programs: readonly ProgramText[];
  readonly contracts: readonly ProgramText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads parts of programs.yaml, and keeps what is wrong with them. */
interface Reading {
  /** The states that branches name, as far as they were read. */
  readonly nexts: Name[];
  readonly complain: Complain;
  readonly keep: (diagnostics: readonly Diagnostic[]) => void;
}

const stepsOf = (node: Node | undefined, { complain, keep }: Reading): readonly AutomatonStep[] => {
  if (node === undefined) return [];
  const texts = node.kind === 'text' ? [node] : itemsOf(node, '"do"', complain);
  return texts.flatMap((text) => {
    if (text.kind !== 'text') {
      complain('YAML-003', text.at, 'a step must be a text');
      return [];
    }
    const { tree, diagnostics } = parseStep(text.source);
    keep(diagnostics);
    return tree === undefined ? [] : [tree];
  });
};

const isBranchKind = (word: string): word is BranchKind =>
  branchKinds.some((kind) => kind === word);

const whenOf = (node: Node | undefined, { complain, keep }: Reading): Expression | undefined => {
  if (node === undefined) return undefined;
  if (node.kind !== 'text') {
    complain('YAML-003', node.at, '"when" must be an expression');
    return undefined;
  }
  const { tree, diagnostics } = parseExpression(node.source);
  keep(diagnostics);
  return tree;
};

/** `keep: { task: message.task }`: names, and the expressions whose values they keep. */
const keptOf = (node: Node | undefined, { complain, keep }: Reading): readonly Kept[] => {
  if (node === undefined) return [];
  return entriesOf(node, '"keep"', complain).flatMap(({ key, value }): readonly Kept[] => {
    if (value.kind !== 'text') {
      complain('YAML-003', value.at, `"${key.text}" must be an expression`);
      return [];
    }
    if (!readableName.test(key.text)) {
      complain(
        'PRG-004',
        key.at,
        `"${key.text}" is no name, and cannot be read as "kept.${key.text}"`,
      );
    }
    const { tree, diagnostics } = parseExpression(value.source);
    keep(diagnostics);
    return tree === undefined ? [] : [{ name: key.text, value: tree }];
  });
};

/** `request motor.drive.Command`: a kind, and for a request the method that it is of. */
const readBranch = (node: Node, reading: Reading): readonly Branch[] => {
  const { complain } = reading;
  const fields = fieldsOf(node, 'a branch', ['on', 'when', 'keep', 'next'], complain);
  const on = fields.need('on');
  const [kind = '', of, ...rest] = on.text.split(/\s+/);
  const next = fields.need('next');
  reading.nexts.push(next);
  const when = whenOf(fields.find('when'), reading);
  const kept = keptOf(fields.find('keep'), reading);
  if (!isBranchKind(kind) || rest.length > 0 || (of !== undefined && kind !== 'request')) {
    const hint = hintNearest(kind, branchKinds);
    complain('PRG-004', on.at, `"${on.text}" is none of ${branchKinds.join(', ')}`, hint);
    return [];
  }
  const method = of === undefined ? undefined : splitMethod({ text: of, at: on.at });
  return [{ on: kind, of: method, when, keep: kept, next: next.text, at: on.at }];
};

const readState = (name: string, node: Node, reading: Reading): AutomatonState => {
  const { complain } = reading;
  const fields = fieldsOf(node, 'a state', ['do', 'on'], complain);
  const on = fields.find('on');
  const branches = on === undefined ? [] : itemsOf(on, '"on"', complain);
  return {
    name,
    do: stepsOf(fields.find('do'), reading),
    on: branches.flatMap((branch) => readBranch(branch, reading)),
    at: node.at,
  };
};

const checkStates = (
  { initial, states }: ProgramText,
  nexts: readonly Name[],
  complain: Complain,
): void => {
  const names = [...states.keys()];
  for (const { text, at } of [initial, ...nexts]) {
    if (text === '' || states.has(text)) continue;
    complain('PRG-002', at, `there is no state "${text}"`, hintNearest(text, names));
  }
  const reached = new Set([initial.text]);
  for (const name of reached) {
    for (const { next } of states.get(name)?.on ?? []) reached.add(next);
  }
  for (const { name, at } of states.values()) {
    if (reached.has(name)) continue;
    complain('PRG-005', at, `the state "${name}" is never reached`, { severity: 'warning' });
  }
};

const readProgram = (
  node: Node,
  what: string,
  { complain, keep }: Omit<Reading, 'nexts'>,
): ProgramText => {
  const reading: Reading = { complain, keep, nexts: [] };
  const fields = fieldsOf(node, what, ['process', 'devices', 'initial', 'states'], complain);
  const states = fields.find('states');
  const entries = states === undefined ? [] : entriesOf(states, '"states"', complain);
  const program: ProgramText = {
    process: fields.need('process'),
    initial: fields.need('initial'),
    states: new Map(
      entries.map(({ key, value }) => [key.text, readState(key.text, value, reading)]),
    ),
    devices: readDevices(fields.find('devices'), complain),
    at: node.at,
  };
  checkStates(program, reading.nexts, complain);
  return program;
};

/** Reads programs.yaml. Source: spec/formats/programs.md. */
export const readPrograms = (source: Source): ProgramsFile => {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics: Diagnostic[] = [...found];
  if (root === undefined) return { programs: [], contracts: [], diagnostics };
  const reading: Omit<Reading, 'nexts'> = {
    complain: (code, at, message, more) => {
      diagnostics.push({ code, severity: 'error', at, message, ...more });
    },
    keep: (more) => {
      diagnostics.push(...more);
    },
  };
  const fields = fieldsOf(root, 'programs.yaml', ['programs', 'contracts'], reading.complain);
  const [programs, contracts] = [fields.find('programs'), fields.find('contracts')];
  if (programs === undefined && contracts === undefined && root.kind === 'map') {
    const message = 'programs.yaml needs the key "programs", or "contracts"';
    reading.complain('YAML-005', root.at, message);
  }
  const listed = (node: Node | undefined, key: string): readonly Node[] =>
    node === undefined ? [] : itemsOf(node, key, reading.complain);
  return {
    programs: listed(programs, '"programs"').map((node) => readProgram(node, 'a program', reading)),
    contracts: listed(contracts, '"contracts"').map((node) =>
      readProgram(node, 'a contract', reading),
    ),
    diagnostics,
  };
};
