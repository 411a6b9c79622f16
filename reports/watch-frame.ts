import type { Facts, PendingFact, ProcessFact, ThreadFact } from '../kernel/kernel.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Verdict } from '../model/security.ts';
import { shortened, visible } from './visible.ts';

/** What was judged or done lately. */
export interface WatchedStep {
  readonly n: number;
  readonly words: string;
  /** Of the last event of the step; absent if nothing was judged. */
  readonly verdict: Verdict['kind'] | undefined;
}

/** One moment of a run. */
export interface Moment {
  readonly title: string;
  readonly step: number;
  readonly ticks: number;
  readonly facts: Facts;
  /** The newest last. */
  readonly recent: readonly WatchedStep[];
}

/** How a frame is to look. Units: characters and lines. */
export interface FrameLook {
  readonly width: number;
  readonly height: number;
  readonly paint: 'colours' | 'plain';
}

const codes = { granted: 32, denied: 31, head: 1, quiet: 2 } as const;

type Paint = (style: keyof typeof codes, text: string) => string;

const painterOf = ({ paint }: FrameLook): Paint =>
  paint === 'plain'
    ? (_style, text) => text
    : (style, text) => `\u001b[${String(codes[style])}m${text}\u001b[0m`;

type NameOf = (process: ProcessId | undefined) => string;

const namesIn =
  ({ processes }: Facts): NameOf =>
  (process) =>
    processes.find((one) => one.process === process)?.name ?? '?';

const requestWords = ({ endpoint, method }: PendingFact): string => `${endpoint}.${method}`;

const waitWords = (thread: ThreadFact, facts: Facts, nameOf: NameOf): string => {
  const pending = facts.pending.find(({ client }) => client === thread.thread);
  switch (thread.waits) {
    case 'no': {
      const client = facts.threads.find((one) => one.thread === thread.serves);
      return client === undefined ? 'ready' : `serves ${nameOf(client.process)}`;
    }
    case 'forServer':
    case 'forAnswer': {
      if (pending === undefined) return 'waits for an answer';
      const what = thread.waits === 'forServer' ? 'to take' : 'to answer';
      return `waits for ${nameOf(pending.server)} ${what} ${requestWords(pending)}`;
    }
    case 'forRequest':
      return 'waits for a request';
    case 'forKernel':
      return thread.asks === undefined
        ? 'waits in the kernel'
        : `waits for ${nameOf(thread.asks)} to accept a channel`;
  }
};

/** Whose requests wait to be taken, the oldest first. */
const queueOf = ({ pending }: Facts, process: ProcessId, nameOf: NameOf): string =>
  pending
    .filter(({ server, taken }) => server === process && !taken)
    .map(({ from }) => nameOf(from))
    .join(', ');

const rowOf = (process: ProcessFact, facts: Facts, nameOf: NameOf): readonly string[] => {
  const threads = facts.threads.filter((one) => one.process === process.process);
  const waits = threads.map((thread) => waitWords(thread, facts, nameOf)).join('; ');
  return [process.name, process.state, waits, queueOf(facts, process.process, nameOf)];
};

const heads = ['process', 'state', 'thread', 'queue'] as const;

/** Most characters of each column but the last. */
const widest = [24, 8, 60] as const;

const fitted = (text: string, most: number): string =>
  shortened(visible(text).replaceAll('\n', ' '), Math.max(1, most));

const tableLines = (rows: readonly (readonly string[])[]): readonly string[] => {
  const cells = [heads, ...rows].map((row) =>
    row.map((cell, column) => fitted(cell, widest[column] ?? 200)),
  );
  const widths = heads.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const recentLine = (
  { n, words, verdict }: WatchedStep,
  { width }: FrameLook,
  paint: Paint,
): string => {
  const line = fitted(`${String(n).padStart(5)}  ${words}`, width);
  return verdict === undefined ? line : paint(verdict, line);
};

/**
 * A moment of a run as the lines of a terminal: processes with their states, what each thread waits for,
 * whose requests are queued, and the last steps in the colours of their verdicts.
 *
 * Result: at most `height` lines of at most `width` characters; nothing that a terminal would obey but
 *         colours.
 */
export const watchFrame = (moment: Moment, look: FrameLook): readonly string[] => {
  const { title, step, ticks, facts, recent } = moment;
  const paint = painterOf(look);
  const nameOf = namesIn(facts);
  const [head = '', ...rows] = tableLines(facts.processes.map((one) => rowOf(one, facts, nameOf)));
  const first = `${title}  step ${String(step)}, ${String(ticks)} ticks`;
  const top = [
    paint('head', fitted(first, look.width)),
    '',
    paint('quiet', fitted(head, look.width)),
    ...rows.map((row) => fitted(row, look.width)),
    '',
  ].slice(0, look.height);
  const left = look.height - top.length;
  const last = left > 0 ? recent.slice(-left) : [];
  return [...top, ...last.map((one) => recentLine(one, look, paint))];
};
