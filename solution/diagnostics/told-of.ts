import type { Span } from '../../model/span.ts';
import type { ModelCatalogue } from '../catalogue.ts';
import { load } from '../load.ts';
import { baseSolution } from './base-solution.ts';
import type { ExampleInput, Files } from './example.ts';

/** The part of a text that a place covers; empty for the place of a whole file. */
export const coveredBy = ({ line, column, endLine, endColumn }: Span, text: string): string => {
  const lines = text.split('\n').slice(line - 1, endLine);
  const last = lines.at(-1)?.slice(0, endColumn - 1) ?? '';
  return [...lines.slice(0, -1), last].join('\n').slice(column - 1);
};

/**
 * What is told of files put over the base solution: the code, the file unless it is the one given
 * first, and the words that the place covers.
 */
export const toldOf = (
  files: Files,
  catalogue: ModelCatalogue,
  input: ExampleInput = {},
): readonly string[] => {
  const all = new Map(Object.entries({ ...baseSolution, ...files }));
  const [main] = Object.keys(files);
  return load({ name: 'told', files: all, ...input }, catalogue).diagnostics.map(({ code, at }) =>
    [
      code,
      ...(at.file === main ? [] : [at.file]),
      coveredBy(at, all.get(at.file) ?? '').replaceAll(/\s+/g, ' '),
    ].join(' '),
  );
};
