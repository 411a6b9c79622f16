import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in package.json, found from the build and from the sources alike. */
const readVersion = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++) {
    try {
      const json: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
      if (typeof json === 'object' && json !== null && 'version' in json)
        return String(json.version);
    } catch {
      // not this directory
    }
    directory = dirname(directory);
  }
  return 'unknown';
};

export const version = readVersion();

/** What every result file says of the tools that made it. */
export const ownTools = { refmon: version, node: process.version };
