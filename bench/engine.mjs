// @ts-check
/** The built engine, and events for it. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A module of the build. @type {(path: string) => Promise<any>} */
export const built = (path) => import(pathToFileURL(join(here, '..', 'dist', path)).href);

/** A package of the bench's own; absent where it is not installed. @type {(name: string) => Promise<any>} */
export const peer = async (name) => {
  try {
    return await import(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
};

/** @type {(name: string, files: Map<string, string>) => Promise<any>} */
export const load = async (name, files) => {
  const { loadSolution } = await built('library/load-solution.js');
  const { solution, diagnostics } = loadSolution({ name, files });
  if (solution === undefined) {
    throw new Error(`${name} does not load: ${JSON.stringify(diagnostics.slice(0, 3))}`);
  }
  return solution;
};

const { emptyMessage, record } = await built('model/value.js');

/** A message with these parameters. @type {(parameters: Record<string, unknown>) => object} */
export const messageOf = (parameters) => record(Object.entries(parameters));

/** @type {(kind: string, source: unknown, destination: unknown, endpoint: string | undefined, method: string, message?: object) => object} */
export const eventOf = (kind, source, destination, endpoint, method, message = emptyMessage) => ({
  kind,
  source,
  destination,
  endpoint,
  interface: undefined,
  method,
  content: { kind: 'value', message },
});

/** The compiled engine of a solution, and who can take part. @param {any} solution */
export const startEngine = async (solution) => {
  const { compile } = await built('kss/compiled/compile.js');
  const { subjectsOf } = await built('solution/subjects.js');
  return { session: compile(solution).session(), subjects: subjectsOf(solution) };
};

/** Decides events by their number: as they are, and prepared. @param {any} session @param {readonly object[]} events */
export const decidersOf = (session, events) => {
  const prepared = events.map(session.prepare);
  return {
    prepared: (/** @type {number} */ index) =>
      session.decidePrepared(prepared[index]).kind === 'granted',
    plain: (/** @type {number} */ index) => session.decide(events[index]).kind === 'granted',
  };
};
