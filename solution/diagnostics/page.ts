import type { ModelCatalogue } from '../catalogue.ts';
import type { Loaded } from '../load.ts';
import { lenientCodes } from '../lenient.ts';
import { makeLines, renderDiagnostic } from '../render-diagnostic.ts';
import { allCodes } from './all-codes.ts';
import { baseSolution } from './base-solution.ts';
import type { Example, Files } from './example.ts';
import { filesOf, loadExample } from './load-example.ts';

/** What the families of codes are about, in the order of the page. */
const families: Readonly<Record<string, string>> = {
  SOL: 'the files of a solution',
  TPL: 'templates',
  SYN: 'syntax',
  IDL: 'packages, types, interfaces',
  CDL: 'components',
  EDL: 'process classes',
  PSL: 'the policy',
  PAL: 'tests of the policy',
  YAML: 'the form of YAML files',
  INIT: 'init.yaml',
  OBJ: 'objectives.yaml',
  PRG: 'programs.yaml',
  FLT: 'faults files, for `run --faults`',
};

/** Longest line of an example, and most lines, that the page shows. */
const widest = 120;
const most = 24;

interface Shown {
  readonly example: Example;
  readonly loaded: Loaded;
}

const shorten = (line: string): string =>
  line.length <= widest
    ? line
    : `${line.slice(0, 60)} … (${String(line.length)} characters in this line)`;

const block = (text: string): string => {
  const lines = text.trimEnd().split('\n');
  const more = lines.length > most ? [`… (${String(lines.length)} lines)`] : [];
  return ['```text', ...lines.slice(0, most).map(shorten), ...more, '```'].join('\n');
};

const fileBlock = ([path, text]: readonly [string, string]): string =>
  text.trim() === '' ? `\`${path}\` is empty.` : `\`${path}\`:\n\n${block(text)}`;

const filesBlock = (files: Files): string =>
  Object.keys(files).length === 0
    ? 'The base solution as it is.'
    : Object.entries(files).map(fileBlock).join('\n\n');

const optionsOf = ({ input = {} }: Example): string => {
  const options = [
    ...(input.policy === undefined ? [] : [`--policy ${input.policy}`]),
    ...(input.init === undefined ? [] : [`--init ${input.init}`]),
    ...(input.strict === true ? ['--strict'] : []),
  ];
  return options.length === 0 ? '' : `With \`${options.join(' ')}\`:\n\n`;
};

const output = ({ example, loaded }: Shown): string => {
  const files = new Map(Object.entries(filesOf(example)));
  const lineOf = makeLines(files);
  const told = loaded.diagnostics.map((one) => renderDiagnostic(one, lineOf, { color: 'never' }));
  return ['```text', ...told, '```'].join('\n');
};

const exampleBlock = (shown: Shown): string => {
  const { about, files, cure } = shown.example;
  return [
    ...(about === undefined ? [] : [`**${about}**`]),
    `${optionsOf(shown.example)}${filesBlock(files)}`,
    output(shown),
    `Cure: ${cure}`,
  ].join('\n\n');
};

const severityOf = (code: string, shown: readonly Shown[]): string => {
  const severities = shown.flatMap(({ example, loaded }) =>
    example.input?.strict === true
      ? []
      : loaded.diagnostics.filter((one) => one.code === code).map(({ severity }) => severity),
  );
  return [...new Set(severities)].join(' or ');
};

const anchor = (code: string): string => `#${code.toLowerCase()}`;

/** What a code says, as Markdown. */
const says = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

interface Section {
  readonly code: string;
  readonly text: string;
  readonly shown: readonly Shown[];
  readonly severity: string;
}

const strictNote = (code: string): string =>
  lenientCodes.has(code) ? ' With `--strict` it is an error.' : '';

const section = ({ code, text, shown, severity }: Section): string =>
  [
    `### ${code}`,
    `${severity[0]?.toUpperCase() ?? ''}${severity.slice(1)}. ${says(text)}${strictNote(code)}`,
    ...shown.map(exampleBlock),
  ].join('\n\n');

const indexRow = ({ code, text, severity }: Section): string =>
  `| [${code}](${anchor(code)}) | ${severity} | ${says(text)} |`;

const familyOf = (code: string): string => code.slice(0, code.indexOf('-'));

const intro = (sections: readonly Section[]): string =>
  [
    '# Diagnostics',
    'Every code that loading a solution can tell: what it says, an example, what is told of the example word for\nword, and its cure. Codes are permanent. An error keeps a solution from being loaded; a warning or an info does not.\nWhat is told of a solution that has loaded stands on pages of its own: [dependence on choices](dependence.md) (DEP-…) and,\nwith `--analyse`, [the analysis](analysis.md) (ANA-…).',
    'The source is `solution/diagnostics/examples`; a test loads each example, asserts that nothing else is wrong\nwith it and that its cure works, and keeps this page equal to what is told\n(`npx vitest run solution/diagnostics -u` writes it again).',
    `## Index\n\n| code | severity | says |\n| --- | --- | --- |\n${sections.map(indexRow).join('\n')}`,
    '## Strict loading',
    'Warnings that `--strict` turns into errors: readings more lenient than the documented languages.',
    [...lenientCodes].map((code) => `- [${code}](${anchor(code)})`).join('\n'),
    '## The base solution',
    'What most examples are put over. It loads without a word.',
    filesBlock(baseSolution),
  ].join('\n\n');

const sectionsOf = (
  examples: readonly Example[],
  catalogue: ModelCatalogue,
): readonly Section[] => {
  const shown = examples.map((example) => ({ example, loaded: loadExample(example, catalogue) }));
  const order = Object.keys(families);
  return Object.entries(allCodes)
    .map(([code, text]) => {
      const own = shown.filter(({ example }) => example.code === code);
      return { code, text, shown: own, severity: severityOf(code, own) };
    })
    .sort(
      (left, right) => order.indexOf(familyOf(left.code)) - order.indexOf(familyOf(right.code)),
    );
};

/** spec/diagnostics.md: every code with its examples and their cures. */
export const diagnosticsPage = (
  examples: readonly Example[],
  catalogue: ModelCatalogue,
): string => {
  const sections = sectionsOf(examples, catalogue);
  const parts = Object.entries(families).map(([family, title]) =>
    [
      `## ${family}: ${title}`,
      ...sections.filter(({ code }) => familyOf(code) === family).map(section),
    ].join('\n\n'),
  );
  return `${[intro(sections), ...parts].join('\n\n')}\n`;
};
