import { risksOf } from '../follows.ts';
import type { Rule } from './rule.ts';

/** The residual risks that are listed are those that follow from what the board is. */
export const checkRisks: Rule = (board, complain) => {
  const follow = risksOf(board);
  for (const [index, id] of board.risks.entries()) {
    const path = `risks[${String(index)}]`;
    if (!follow.includes(id)) complain('BRD-026', path, `${id} does not follow`);
    else if (board.risks.indexOf(id) < index) complain('BRD-026', path, `${id} is listed twice`);
  }
  for (const id of follow) {
    if (!board.risks.includes(id)) complain('BRD-026', 'risks', `${id} follows, and is not listed`);
  }
};
