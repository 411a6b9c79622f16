import type { Construct } from './construct.ts';

const fileLink = (file: string): string => `[${file.slice(file.indexOf('/') + 1)}](../${file})`;

const codeLinks = (codes: readonly string[]): string =>
  codes.map((code) => `[${code}](diagnostics.md#${code.toLowerCase()})`).join(', ');

const row = ({ section, what, parsed, checked, rejects = [], warns = [] }: Construct): string =>
  `| ${[
    section,
    what.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*'),
    fileLink(parsed),
    checked === undefined ? '–' : fileLink(checked),
    rejects.length === 0 ? '–' : codeLinks(rejects),
    warns.length === 0 ? '–' : codeLinks([...new Set(warns)]),
  ].join(' | ')} |`;

/** spec/languages.md: every construct, where it is parsed and checked, and what rejects faulty forms. */
export const languagesPage = (constructs: readonly Construct[]): string =>
  [
    '# The languages',
    '',
    'Every construct that refmon reads. The sections are those of the notes on the public languages: 1 lexical',
    'layer and templates, 2 IDL, 3 CDL, 4 EDL, 5 init.yaml, 6 PSL, 7 types, 8 security models, 9 audit, 10 PAL. How',
    'the languages are read where the public record is silent is in [choices.md](choices.md).',
    '',
    'Each row is tested: its example in `solution/constructs` loads with the warnings named and no other, and its',
    'PAL expectations show that it means what it says (`npx vitest run solution/constructs`). What rejects faulty',
    'forms has an example with its exact place under each code. What public solutions do beyond the documented',
    'forms is in [corpus/](../corpus/README.md), whole solutions that load as they lie there.',
    '',
    `${String(constructs.length)} constructs.`,
    '',
    '| section | construct | parsed in | checked in | faulty forms | warns |',
    '| --- | --- | --- | --- | --- | --- |',
    ...constructs.map(row),
    '',
  ].join('\n');
