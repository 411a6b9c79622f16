import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { EventPattern } from '../solution.ts';
import type { Source } from '../source.ts';
import { parseEventPattern } from '../syntax/selectors.ts';
import type { Name } from '../syntax/tree/name.ts';
import { readDocument } from './document.ts';
import type { Complain, Node } from './document.ts';
import { fieldsOf, itemsOf, listOf, textOf } from './fields.ts';
import { reportTwice } from '../twice.ts';

/** An objective as written: names are not looked up yet. */
export interface ObjectiveText {
  readonly name: Name;
  readonly text: string;
  readonly untrusted: readonly Name[];
  readonly never: EventPattern;
  readonly at: Span;
}

export interface ObjectivesFile {
  readonly objectives: readonly ObjectiveText[];
  readonly diagnostics: readonly Diagnostic[];
}

const keys = ['name', 'text', 'untrusted', 'never'];

/** Reads objectives.yaml. Source: spec/formats/objectives.md. */
export const readObjectives = (source: Source): ObjectivesFile => {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics: Diagnostic[] = [...found];
  if (root === undefined) return { objectives: [], diagnostics };
  const complain: Complain = (code, at, message, more) => {
    diagnostics.push({ code, severity: 'error', at, message, ...more });
  };
  const readOne = (node: Node): readonly ObjectiveText[] => {
    const fields = fieldsOf(node, 'an objective', keys, complain);
    const untrusted = fields.find('untrusted');
    const name = fields.need('name');
    const text = fields.need('text').text;
    const never = fields.find('never');
    if (never?.kind !== 'text') {
      fields.need('never');
      return [];
    }
    const pattern = parseEventPattern(never.source);
    diagnostics.push(...pattern.diagnostics);
    if (pattern.tree === undefined) return [];
    const names = untrusted === undefined ? [] : itemsOf(untrusted, '"untrusted"', complain);
    return [
      {
        name,
        text,
        untrusted: names.map((one) => ({ text: textOf(one, 'a process', complain), at: one.at })),
        never: pattern.tree,
        at: node.at,
      },
    ];
  };
  const nodes = listOf(root, 'objectives.yaml', 'objectives', complain);
  const objectives = nodes.flatMap(readOne);
  reportTwice(
    objectives.map(({ name }) => name),
    (name, first) => {
      complain('OBJ-001', name.at, `there is an objective "${name.text}" already`, first);
    },
  );
  return { objectives, diagnostics };
};
