import { translationOf } from '../translation.ts';
import type { Board } from '../board.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import type { Rule } from './rule.ts';

const checkSettings: Rule = (board, complain) => {
  const { controlBits } = translationOf(board);
  for (const [name, value] of Object.entries(board.settings)) {
    const bit = controlBits.find((one) => one.name === name);
    const path = `settings.${name}`;
    if (bit === undefined) {
      const names = controlBits.map((one) => one.name).join(', ') || 'none';
      complain('BRD-008', path, `${board.arch} has the control bits: ${names}`);
    } else if (value >= 2 ** bit.bits) {
      complain('BRD-008', path, `"${name}" has ${String(bit.bits)} bits`);
    }
  }
};

const checkSizes = (board: Board, complain: ComplainOfBoard): void => {
  const { physicalBits, pageSizes } = translationOf(board);
  if (!pageSizes.includes(board.pageBytes)) {
    const sizes = pageSizes.join(', ');
    complain('BRD-009', 'pageBytes', `${board.arch} has pages of ${sizes} bytes`);
  }
  if (board.physicalBits === 0 || board.physicalBits > physicalBits) {
    const most = String(physicalBits);
    complain(
      'BRD-010',
      'physicalBits',
      `from 1 to the ${most} that ${board.arch} has are expected`,
    );
  }
};

/** The cores, and what they translate addresses by, are there. */
export const checkArchitecture: Rule = (board, complain) => {
  if (board.cores === 0) complain('BRD-006', 'cores', 'one core at least is expected');
  if (!translationOf(board).seesPrivilege) {
    complain('BRD-007', 'arch', `${board.arch} is a second stage`);
  }
  checkSettings(board, complain);
  checkSizes(board, complain);
};
