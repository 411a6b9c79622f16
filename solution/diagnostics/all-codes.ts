import { fileCodes } from '../files/codes.ts';
import { linkCodes } from '../link/codes.ts';
import { syntaxCodes } from '../syntax/codes.ts';
import { templateCodes } from '../template/codes.ts';
import { yamlCodes } from '../yaml/codes.ts';

/** Every code that loading a solution can tell, and what it says. */
export const allCodes = {
  ...fileCodes,
  ...templateCodes,
  ...syntaxCodes,
  ...linkCodes,
  ...yamlCodes,
} as const;

export type DiagnosticCode = keyof typeof allCodes;
