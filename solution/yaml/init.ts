import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { ProgramFile } from '../solution.ts';
import type { Source } from '../source.ts';
import type { Name } from '../syntax/tree/name.ts';
import { reportTwice } from '../twice.ts';
import { readDocument } from './document.ts';
import type { Complain, Node } from './document.ts';
import { entriesOf, fieldsOf, itemsOf, listOf, textOf } from './fields.ts';
import type { Fields } from './fields.ts';

/** One entry of init.yaml: a process, its class, and its connections as a client. */
export interface InitEntry {
  readonly className: Name;
  /** The process name: `task`, else `name`. */
  readonly name: Name;
  readonly program: ProgramFile;
  readonly connections: readonly InitConnection[];
  readonly at: Span;
}

export interface InitConnection {
  readonly target: Name;
  readonly id: Name;
  readonly at: Span;
}

export interface InitFile {
  readonly entries: readonly InitEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Documented keys, and those that only builds use; the latter change nothing here. */
const entryKeys = [
  'name',
  'task',
  'path',
  'args',
  'env',
  'connections',
  'dynamic_connection_manager',
  'cmake_generated_connections',
  'autostart',
  'command',
];

/** An id is a text, or `{ var: MACRO, include: HEADER }`: then the macro's name stands for it. */
const connectionId = (node: Node, complain: Complain): Name => {
  if (node.kind !== 'map') return { text: textOf(node, '"id"', complain), at: node.at };
  return fieldsOf(node, 'an id', ['var', 'include'], complain).need('var');
};

const readConnection = (node: Node, complain: Complain): InitConnection => {
  const fields = fieldsOf(node, 'a connection', ['target', 'id'], complain);
  const target = fields.need('target');
  const id = fields.find('id');
  return { target, id: id === undefined ? target : connectionId(id, complain), at: node.at };
};

const textsOf = (node: Node | undefined, what: string, complain: Complain): readonly string[] =>
  node === undefined
    ? []
    : itemsOf(node, what, complain).map((item) =>
        item.kind === 'nothing' ? '' : textOf(item, `an item of ${what}`, complain),
      );

const variablesOf = (node: Node | undefined, complain: Complain): ReadonlyMap<string, string> =>
  node === undefined || node.kind === 'nothing'
    ? new Map()
    : new Map(
        entriesOf(node, '"env"', complain).map(({ key, value }) => [
          key.text,
          value.kind === 'nothing' ? '' : textOf(value, `"${key.text}"`, complain),
        ]),
      );

/** The executable is the last part of the class's name, unless `path` says otherwise. */
const readProgram = (fields: Fields, className: Name, complain: Complain): ProgramFile => {
  const path = fields.find('path');
  const last = className.text.slice(className.text.lastIndexOf('.') + 1);
  return {
    path: path === undefined || path.kind === 'nothing' ? last : textOf(path, '"path"', complain),
    args: textsOf(fields.find('args'), '"args"', complain),
    env: variablesOf(fields.find('env'), complain),
  };
};

const readEntry = (node: Node, complain: Complain): InitEntry => {
  const fields = fieldsOf(node, 'a process', entryKeys, complain);
  const className = fields.need('name');
  const task = fields.find('task');
  const connections = fields.find('connections');
  return {
    className,
    program: readProgram(fields, className, complain),
    name: task === undefined ? className : { text: textOf(task, '"task"', complain), at: task.at },
    connections:
      connections === undefined
        ? []
        : itemsOf(connections, '"connections"', complain).map((one) =>
            readConnection(one, complain),
          ),
    at: node.at,
  };
};

/** Reads init.yaml, as far as no class need be known. Source: spec/formats/init.md. */
export const readInit = (source: Source): InitFile => {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics: Diagnostic[] = [...found];
  if (root === undefined) return { entries: [], diagnostics };
  const complain: Complain = (code, at, message, more) => {
    diagnostics.push({ code, severity: 'error', at, message, ...more });
  };
  const nodes = listOf(root, 'init.yaml', 'entities', complain);
  const entries = nodes.map((node) => readEntry(node, complain));
  reportTwice(
    entries.map(({ name }) => name),
    (name, first) => {
      complain('INIT-001', name.at, `there is a process "${name.text}" already`, first);
    },
  );
  for (const { connections } of entries) {
    reportTwice(
      connections.map(({ id }) => id),
      (id, first) => {
        complain('INIT-002', id.at, `the client has a connection "${id.text}" already`, first);
      },
    );
  }
  return { entries: entries.filter(({ name }) => name.text !== ''), diagnostics };
};
