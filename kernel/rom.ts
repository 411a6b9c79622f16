import type { Solution } from '../solution/solution.ts';

/** A file of the ROM: the image of a program of the solution. */
export interface RomFile {
  readonly path: string;
  readonly className: string;
  /** Hexadecimal digits of its bytes: a descriptor stands for the program's code. */
  readonly bytes: string;
}

/** The digits of a text of ASCII; what is beyond has none of its own. */
const hexOf = (text: string): string =>
  Array.from(text, (one) => ((one.codePointAt(0) ?? 0) & 0x7f).toString(16).padStart(2, '0')).join(
    '',
  );

/** The files of the ROM: one for each program that the solution names. */
export const filesOf = ({ processes }: Solution): readonly RomFile[] => {
  const files = new Map<string, RomFile>();
  for (const { className, program } of processes) {
    if (files.has(program.path)) continue;
    const bytes = hexOf(`refmon image of ${className}\n`);
    files.set(program.path, { path: program.path, className, bytes });
  }
  return [...files.values()];
};
