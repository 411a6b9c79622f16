import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';

export interface BenchChoice {
  readonly json?: boolean;
  readonly quick?: boolean;
}

/** The benches lie beside the build: they measure it as it is run. */
const findMain = (): string | undefined => {
  let directory = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++) {
    const main = join(directory, 'bench', 'main.mjs');
    if (existsSync(main)) return main;
    directory = dirname(directory);
  }
  return undefined;
};

/** `refmon bench [NAME]`: refmon and its peers side by side; a peer that is not installed is skipped, and said to be. */
export const bench = async (
  name: string | undefined,
  { json = false, quick = false }: BenchChoice,
): Promise<Exit> => {
  const main = findMain();
  if (main === undefined) {
    process.stderr.write('the directory "bench" is missing beside the build\n');
    return exits.toolMissing;
  }
  const flags = [...(json ? ['--json'] : []), ...(quick ? ['--quick'] : [])];
  const args = ['--max-old-space-size=4000', main, ...flags, ...(name === undefined ? [] : [name])];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status === exits.fine || status === exits.usage) return status;
  return exits.defect;
};
