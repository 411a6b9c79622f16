import { spawn } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeDotReader } from '../read-dot.ts';
import type { StateGraph } from '../graph.ts';
import { findDepth, findVersion, judgeRun, readToolOutput } from '../tool-output.ts';
import type { TlcResult } from '../tool-output.ts';

/** One run of TLC: modules and configurations by file name, of which one is the main one. */
export interface TlcRun {
  readonly jar: string;
  readonly files: ReadonlyMap<string, string>;
  readonly module: string;
  readonly config: string;
  /** `graph` dumps the state graph; `check` only checks the invariants. */
  readonly mode: 'graph' | 'check';
}

export interface TlcOutcome {
  readonly result: TlcResult;
  readonly graph: StateGraph | undefined;
  readonly depth: number | undefined;
  readonly version: string;
  /** What the modules have printed, among the parser's lines. */
  readonly printed: string;
}

/** After this TLC is stopped. Units: milliseconds. */
const timeout = 600_000;

/** Java's flags: a small heap ends instead of hanging, and recursion has room. */
const javaFlags = ['-XX:+UseParallelGC', '-Xss16m', '-Xmx2g', '-XX:+ExitOnOutOfMemoryError'];

/** Everything in a fresh directory: runs that share one disturb each other. */
const argumentsOf = (run: TlcRun, directory: string): readonly string[] => [
  ...javaFlags,
  '-Dfile.encoding=UTF-8',
  `-Djava.io.tmpdir=${join(directory, 'tmp')}`,
  `-Duser.home=${directory}`,
  '-cp',
  run.jar,
  'tlc2.TLC',
  '-tool',
  '-workers',
  '1',
  '-fp',
  '0',
  '-seed',
  '1',
  '-metadir',
  join(directory, 'meta'),
  ...(run.mode === 'graph' ? ['-dump', 'dot,actionlabels', join(directory, 'graph.dot')] : []),
  '-config',
  `${run.config}.cfg`,
  run.module,
];

const runJava = (
  args: readonly string[],
  cwd: string,
): Promise<{ readonly exit: number; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn('java', [...args], {
      cwd,
      timeout,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => {
      resolve({ exit: -1, output: 'java could not be started' });
    });
    child.on('close', (code, signal) => {
      if (signal !== null) chunks.push(Buffer.from(`TLC was stopped (${signal})`));
      resolve({ exit: code ?? -1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });

const readGraph = async (path: string): Promise<StateGraph | { readonly fault: string }> => {
  const reader = makeDotReader();
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) reader.line(line);
  return reader.done();
};

/** Constants that modules declare: names between CONSTANT and what comes next, comments left out. */
const declaredConstants = (module: string): readonly string[] => {
  const text = module.replaceAll(/\(\*[\s\S]*?\*\)/g, '').replaceAll(/\\\*[^\n]*/g, '');
  const blocks = text.matchAll(
    /\bCONSTANTS?\b([\s\S]*?)(?=\bASSUME\b|\bVARIABLES?\b|==|----|====)/g,
  );
  return [...blocks].flatMap(([, block = '']) => block.match(/[A-Za-z]\w*/g) ?? []);
};

/** Names in the configuration that the modules do not declare: TLC ignores them without a word. */
const strayConstants = ({ files, config }: TlcRun): readonly string[] => {
  const text = (files.get(`${config}.cfg`) ?? '').replaceAll(/\\\*[^\n]*/g, '');
  const modules = [...files].filter(([name]) => name.endsWith('.tla')).map(([, module]) => module);
  const declared = new Set(modules.flatMap(declaredConstants));
  const assigned = [...text.matchAll(/(\w+)\s*(?:=|<-)/g)].map(([, name]) => name ?? '');
  return assigned.filter((name) => !declared.has(name));
};

const finish = async (run: TlcRun, directory: string): Promise<TlcOutcome> => {
  const { exit, output } = await runJava(argumentsOf(run, directory), directory);
  const read = readToolOutput(output);
  const result = judgeRun(exit, read);
  const version = findVersion(read) ?? 'unknown';
  const depth = findDepth(read);
  const rest = { depth, version, printed: read.outside };
  const dump = join(directory, 'graph.dot');
  if (run.mode !== 'graph' || result.kind === 'failed' || !existsSync(dump)) {
    return { result, graph: undefined, ...rest };
  }
  const graph = await readGraph(dump);
  const failed = (why: string): TlcOutcome => ({
    result: { kind: 'failed', why },
    graph: undefined,
    ...rest,
  });
  if ('fault' in graph) return failed(graph.fault);
  const nodes = graph.keys.length;
  const distinct = result.counts?.distinct;
  return result.kind === 'passed' && nodes !== distinct
    ? failed(`the dump has ${String(nodes)} states, and TLC tells of ${String(distinct)}`)
    : { result, graph, ...rest };
};

/** Runs TLC in a directory of its own, which is removed again; its words are never taken at face value. */
export const runTlc = async (run: TlcRun): Promise<TlcOutcome> => {
  const stray = strayConstants(run);
  if (stray.length > 0) {
    const why = `the configuration sets what no module declares: ${stray.join(', ')}`;
    const result = { kind: 'failed', why } as const;
    return { result, graph: undefined, depth: undefined, version: '', printed: '' };
  }
  const directory = mkdtempSync(join(tmpdir(), 'refmon-tlc-'));
  try {
    mkdirSync(join(directory, 'tmp'));
    for (const [name, text] of run.files) writeFileSync(join(directory, name), text);
    return await finish(run, directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
