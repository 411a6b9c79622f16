// @ts-check
/**
 * Embeds the texts that ship: the SDK's declarations, the examples, and the
 * TLA+ modules.
 * Writes solution/sdk/embedded.ts, examples/embedded.ts and tla/embedded.ts; only where their content changes.
 */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const languages = /\.(idl|cdl|edl|psl|yaml|in|tla|cfg)$/;

/** @type {(directory: string) => string[]} */
const filesBelow = (directory) =>
  readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) return filesBelow(path);
      return languages.test(name) ? [path] : [];
    });

/** @type {(directory: string, indent: string) => string} */
const entriesOf = (directory, indent) =>
  filesBelow(directory)
    .map((path) => {
      const name = relative(directory, path).split(sep).join('/');
      return `${indent}[${JSON.stringify(name)}, ${JSON.stringify(readFileSync(path, 'utf8'))}],\n`;
    })
    .join('');

/** @type {(path: string, text: string) => void} */
const writeIfChanged = (path, text) => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
};

const header = '// Made by tools/embed.mjs at every build. Not for editing.\n';
const sdk = join(root, 'solution', 'sdk');
writeIfChanged(
  join(sdk, 'embedded.ts'),
  `${header}/** The SDK's declarations, by path. */
export const sdkFiles: ReadonlyMap<string, string> = new Map([
${entriesOf(sdk, '  ')}]);
`,
);

const tla = join(root, 'tla');
writeIfChanged(
  join(tla, 'embedded.ts'),
  `${header}/** The TLA+ modules and configurations, by path. */
export const tlaFiles: ReadonlyMap<string, string> = new Map([
${entriesOf(tla, '  ')}]);
`,
);

const examples = join(root, 'examples');
/** An example with a module of its own needs a file to load it from: it is not embedded. */
/** @type {(name: string) => boolean} */
const isText = (name) => !readdirSync(join(examples, name)).some((file) => file.endsWith('.mjs'));

const names = readdirSync(examples)
  .sort()
  .filter((name) => statSync(join(examples, name)).isDirectory() && isText(name));
const maps = names
  .map(
    (name) =>
      `  [${JSON.stringify(name)}, new Map([\n${entriesOf(join(examples, name), '    ')}  ])],\n`,
  )
  .join('');
writeIfChanged(
  join(examples, 'embedded.ts'),
  `${header}/** The files of each example, by its name and their paths. */
export const exampleFiles: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map<
  string,
  ReadonlyMap<string, string>
>([
${maps}]);
`,
);
