// @ts-check
/** `npm run generate`: writes kernel/micro/services/generated.ts from the SDK's IDL, and outcomes.ts from the services' code. Run after a build. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
const options = { parser: 'typescript', printWidth: 100, singleQuote: true };

/** @type {(name: string, text: string) => Promise<void>} */
const write = async (name, text) => {
  const formatted = await prettier.format(text, options);
  writeFileSync(join(root, 'kernel', 'micro', 'services', name), formatted);
};

/** The texts in which services are described. */
const texts = new Map(
  ['kernel/micro', 'solution/sdk/kl/core'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:ts|idl)$/u.test(path))
      .map((path) => /** @type {const} */ ([path, readFileSync(join(root, path), 'utf8')])),
  ),
);

await write('generated.ts', generateServices(solution.classes.get('kl.core.Core')));
const { services } = await built('kernel/micro/services/table.js');
const { generateOutcomes } = await built('kernel/micro/services/page/generate-outcomes.js');
const { readServices } = await built('kernel/micro/services/page/read-services.js');
await write('outcomes.ts', generateOutcomes(readServices(texts, Object.keys(services))));
