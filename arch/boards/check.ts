import { makeComplaints } from '../document/complaints.ts';
import type { Board } from './board.ts';
import { checkArchitecture } from './check/architecture.ts';
import { checkLines } from './check/lines.ts';
import { checkMap } from './check/map.ts';
import { checkMasters } from './check/masters.ts';
import { checkNames } from './check/names.ts';
import { checkPorts } from './check/ports.ts';
import { checkRegisters } from './check/registers.ts';
import { checkRisks } from './check/risks.ts';
import { checkRoles } from './check/roles.ts';
import type { Rule } from './check/rule.ts';
import type { BoardCode } from './codes.ts';
import type { BoardComplaint } from './complaint.ts';
import { translationOf } from './translation.ts';

const rules: readonly Rule[] = [
  checkNames,
  checkArchitecture,
  checkRoles,
  checkPorts,
  checkLines,
  checkMasters,
];

/** Rules that count in pages, and mean nothing where there are none. */
const rulesOfPages: readonly Rule[] = [checkMap, checkRegisters, checkRisks];

/**
 * Everything that is wrong with a board: where it contradicts itself or its architecture, or leaves
 * unsaid what follows from it.
 *
 * Source: spec/formats/board.md.
 */
export const checkBoard = (board: Board): readonly BoardComplaint[] => {
  const { complain, all } = makeComplaints<BoardCode>('BRD-002');
  const hasPages = translationOf(board).pageSizes.includes(board.pageBytes);
  for (const rule of hasPages ? [...rules, ...rulesOfPages] : rules) rule(board, complain);
  return all();
};
