import { assumptions } from './assumptions.ts';
import { choices } from './choices.ts';
import type { Choice } from './choice.ts';
import { requirements } from './requirements.ts';
import { rowIds, rowTitles } from './rows.ts';
import type { RowId } from './rows.ts';

/** A Markdown table with its columns padded, as the formatter leaves it. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(all[0] ?? []), rule, ...all.slice(1).map(line)].join('\n');
};

const page = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

const requirementSection = (row: RowId): string => {
  const rows = requirements
    .filter((requirement) => requirement.row === row)
    .map(({ id, statement, supportedBy }) => [
      id,
      statement,
      supportedBy.length === 0 ? '–' : supportedBy.join(', '),
    ]);
  return `## ${row}: ${rowTitles[row]}\n\n${table(['id', 'statement', 'shown by'], rows)}`;
};

/** spec/requirements.md. */
export const requirementsPage = (): string =>
  page(
    '# Requirements',
    'Each row of the mission as statements that can be tested, and the steps that must all pass for a\nstatement to count as supported. A dash means that this version has nothing to show for it.\n\nThe source is `spec/requirements.ts`; a test keeps this page equal to it.',
    ...rowIds.map(requirementSection),
  );

/** spec/assumptions.md. */
export const assumptionsPage = (): string =>
  page(
    '# Assumptions',
    'What the results rest on and no step shows. The source is `spec/assumptions.ts`; a test keeps this\npage equal to it.',
    ...assumptions.map(
      ({ id, statement, reliedOnBy, turnedOff }) =>
        `## ${id}\n\n${statement}\n\n- Relied on by: ${reliedOnBy.join(', ')}\n- Turned off by: ${
          turnedOff === undefined ? 'nothing yet' : `\`${turnedOff}\``
        }`,
    ),
  );

const choiceSection = ({ id, about, reading, otherwise, at }: Choice): string => {
  const where = at.length === 0 ? 'not yet' : at.map((file) => `\`${file}\``).join(', ');
  const other = otherwise === undefined ? '' : `\n- Otherwise: ${otherwise}`;
  return `## ${id}: ${about}\n\n${reading}\n\n- Carried out in: ${where}${other}`;
};

/** spec/choices.md. */
export const choicesPage = (): string =>
  page(
    '# Choices',
    'How this model reads what the public record leaves open. Numbers are permanent. The source is\n`spec/choices.ts`; a test keeps this page equal to it.',
    ...choices.map(choiceSection),
  );
