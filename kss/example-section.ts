import type { Diagnostic } from '../model/diagnostic.ts';
import { makeLines, renderDiagnostic } from '../solution/render-diagnostic.ts';

/** One code on a page of generated examples: what it says, an example and what is told of it, a cure. */
export interface ExampleSection {
  readonly code: string;
  readonly says: string;
  /** Other files of the example, each with the language of its text. */
  readonly beside?: readonly (readonly [language: string, text: string])[];
  readonly policy: string;
  /** The whole text that the places of diagnostics are in. */
  readonly text: string;
  readonly told: readonly Diagnostic[];
  readonly cure: string;
  readonly cured: string;
}

const block = (word: string, text: string): string => `\`\`\`${word}\n${text.trimEnd()}\n\`\`\``;

/** The section as Markdown. */
export const exampleSection = ({
  code,
  says,
  beside = [],
  policy,
  text,
  told,
  cure,
  cured,
}: ExampleSection): string => {
  const lineOf = makeLines(new Map([['security.psl', text]]));
  const rendered = told.map((one) => renderDiagnostic(one, lineOf, { color: 'never' }));
  return [
    `## ${code}`,
    says,
    ...beside.map(([language, other]) => block(language, other)),
    block('text', policy),
    block('text', rendered.join('\n')),
    `Cure: ${cure}`,
    block('text', cured),
  ].join('\n\n');
};
