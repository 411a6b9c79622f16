import type { ComplainOfBoard } from '../complaint.ts';
import type { Rule } from './rule.ts';

const checkAll = (
  items: readonly { readonly name: string }[],
  member: string,
  complain: ComplainOfBoard,
): void => {
  const seen = new Set<string>();
  for (const [index, { name }] of items.entries()) {
    const path = `${member}[${String(index)}].name`;
    if (name === '') complain('BRD-005', path, 'a name is expected');
    if (seen.has(name)) complain('BRD-005', path, `"${name}" is the name of another one`);
    seen.add(name);
  }
};

/** The board, its regions and its devices have names, each of them one of its own. */
export const checkNames: Rule = ({ name, map, devices }, complain) => {
  if (name === '') complain('BRD-005', 'name', 'a name is expected');
  checkAll(map, 'map', complain);
  checkAll(devices, 'devices', complain);
};
