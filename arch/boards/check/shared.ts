import type { BoardCode } from '../codes.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import type { Sharing } from '../sharing.ts';

/** What a board says of something that several devices have in common. */
export interface Said {
  readonly of: number;
  readonly devices: readonly string[];
  readonly path: string;
}

const isSame = (left: readonly string[], right: readonly string[]): boolean => {
  const names = new Set(left);
  return names.size === new Set(right).size && right.every((name) => names.has(name));
};

/** Complains where what devices share is not what the board says that they share. */
export const checkShared = (
  sharing: Sharing,
  said: readonly Said[],
  words: { readonly code: BoardCode; readonly what: (of: number) => string },
  complain: ComplainOfBoard,
): void => {
  const isSaid = new Set<number>();
  for (const { of, devices, path } of said) {
    const found = sharing.get(of)?.devices ?? [];
    if (isSaid.has(of)) complain(words.code, path, `${words.what(of)} is said twice`);
    else if (!isSame(found, devices)) {
      const names = found.length === 0 ? 'no two devices' : found.join(', ');
      complain(words.code, path, `${words.what(of)} is shared by ${names}`);
    }
    isSaid.add(of);
  }
  for (const [of, { devices, path }] of sharing) {
    if (isSaid.has(of)) continue;
    complain(words.code, path, `${words.what(of)} is shared by ${devices.join(', ')}`);
  }
};
