import { quoted } from '../expression.ts';
import type { Argument } from '../twin.ts';
import type { Numbered } from './system.ts';

/** `a1`: a frame or a buffer, by whose it is and which of them. */
export const numberedArgument = ([owner, number]: Numbered): Argument => ({
  word: `${owner}${String(number)}`,
  expression: `<<${quoted(owner)}, ${String(number)}>>`,
});
