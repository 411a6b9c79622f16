import type { DiagnosticCode } from './all-codes.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What a user chooses on the command line. */
export interface ExampleInput {
  readonly policy?: string;
  readonly init?: string;
  readonly strict?: boolean;
}

/**
 * A solution with one fault, and what is to be done about it.
 *
 * Shape: `files` are put over the base solution, or stand alone if `on` is `nothing`. `about` tells
 *        apart the causes of a code that has several. `also` are codes of what is told besides, none
 *        of them an error. `cured` stands in the place of `files` when the cure has been taken.
 */
export interface Example {
  readonly code: DiagnosticCode;
  readonly about?: string;
  readonly on?: 'base' | 'nothing';
  readonly files: Files;
  readonly input?: ExampleInput;
  readonly also?: readonly DiagnosticCode[];
  readonly cure: string;
  readonly cured?: Files;
}

/** Rules that the base solution's policy includes. */
export const rules = (text: string): Files => ({ 'rules.psl': `${text}\n` });

/** An interface in place of the base solution's; the package line is put before it. */
export const light = (text: string): Files => ({
  'home/Light.idl': `package home.Light\n${text}\n`,
});

/** An init description in place of the base solution's. */
export const init = (text: string): Files => ({ 'init.yaml': `${text}\n` });
