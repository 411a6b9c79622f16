// @ts-check
/** `npm run generate`: writes kernel/micro/services/generated.ts from the SDK's IDL. Run after a build. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as prettier from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {(path: string) => Promise<any>} */
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

const { generateServices } = await built('kernel/micro/services/generate.js');
const { loadSolution } = await built('library/load-solution.js');
const files = new Map([['security.psl', 'execute: kl.core.Execute\nuse EDL kl.core.Core\n']]);
const { solution } = loadSolution({ name: 'kernel', files });
const text = generateServices(solution.classes.get('kl.core.Core'));
const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
writeFileSync(
  join(root, 'kernel', 'micro', 'services', 'generated.ts'),
  await prettier.format(text, options),
);
