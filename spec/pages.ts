import { assumptions } from './assumptions.ts';
import { choices } from './choices.ts';
import type { Choice } from './choice.ts';
import { page, table } from './markdown.ts';
import { requirements } from './requirements.ts';
import { risks } from './risks.ts';
import { rowIds, rowTitles } from './rows.ts';
import type { RowId } from './rows.ts';

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

/** spec/risks.md. */
export const risksPage = (): string =>
  page(
    '# Residual risks',
    'What a board lets happen whatever the kernel does, by name. Each follows from what the board is; a board\nlists those that do, and its check says so where one is missing or does not ([formats/board.md](formats/board.md)).\nThe source is `spec/risks.ts`; a test keeps this page equal to it.',
    ...risks.map(
      ({ id, statement, follows, eased }) =>
        `## ${id}\n\n${statement}\n\n- Follows where: ${follows}\n- Made smaller by: ${eased}`,
    ),
  );
