/** One message of TLC's `-tool` output; messages within it are messages of their own. */
export interface ToolMessage {
  readonly code: number;
  readonly body: string;
}

export interface ToolOutput {
  /** In the order in which they end. */
  readonly messages: readonly ToolMessage[];
  /** What stands outside of messages: the parser's lines, and what modules print. */
  readonly outside: string;
}

const mark = /@!@!@(STARTMSG|ENDMSG) (\d+)(?::\d+)? @!@!@\n?/g;

/** Takes the output apart; messages nest, and a start mark may stand within a line. */
export const readToolOutput = (text: string): ToolOutput => {
  const messages: ToolMessage[] = [];
  const open: { readonly code: number; body: string }[] = [];
  let outside = '';
  let from = 0;
  const keep = (part: string): void => {
    const inner = open.at(-1);
    if (inner === undefined) outside += part;
    else inner.body += part;
  };
  for (const found of text.matchAll(mark)) {
    keep(text.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[1] === 'STARTMSG') {
      open.push({ code: Number(found[2]), body: '' });
    } else {
      const ended = open.pop();
      if (ended !== undefined) messages.push({ code: ended.code, body: ended.body.trimEnd() });
    }
  }
  keep(text.slice(from));
  return { messages, outside };
};

/** Counts of TLC's last message on them (2199). */
export interface TlcCounts {
  readonly generated: number;
  readonly distinct: number;
  readonly queued: number;
}

const counts = /(\d+) states generated, (\d+) distinct states found, (\d+) states left on queue/;

export const findCounts = ({ messages }: ToolOutput): TlcCounts | undefined => {
  const found = counts.exec(messages.findLast(({ code }) => code === 2199)?.body ?? '');
  return found === null
    ? undefined
    : { generated: Number(found[1]), distinct: Number(found[2]), queued: Number(found[3]) };
};

/** Depth of the search (2194). */
export const findDepth = ({ messages }: ToolOutput): number | undefined => {
  const body = messages.find(({ code }) => code === 2194)?.body ?? '';
  const found = /search is (\d+)/.exec(body);
  return found === null ? undefined : Number(found[1]);
};

/** `2.18 of 20 March 2023` (2262). */
export const findVersion = ({ messages }: ToolOutput): string | undefined =>
  /Version (.*)$/m.exec(messages.find(({ code }) => code === 2262)?.body ?? '')?.[1]?.trim();

/** Codes that say that a promise is broken, each of which may come with an exit status of 0. */
const broken = [2107, 2108, 2110, 2112, 2114, 2116];

const successCode = 2193;

/** Codes that tell why a run could not be judged. */
const reasons = [1000, 2104, 2105, 2109, 2111, 2132, 2147, 2222, 2229, 2231, 3002];

const parserCode = 3002;

/** What a run came to; it has passed only if all guards hold. */
export type TlcResult =
  | { readonly kind: 'passed'; readonly counts: TlcCounts }
  | {
      readonly kind: 'violated';
      readonly names: readonly string[];
      readonly counts: TlcCounts | undefined;
    }
  | { readonly kind: 'failed'; readonly why: string };

const violatedName = ({ body }: ToolMessage): string =>
  /^(?:Invariant|Action property) (\S+) is violated/.exec(body)?.[1] ?? body.split('\n')[0] ?? '';

/**
 * Judges a run: exit status 0, success told, no violation told, nothing left to search, and at
 * least one state. Any of these alone is met by some failing run.
 */
export const judgeRun = (exit: number, output: ToolOutput): TlcResult => {
  const { messages } = output;
  const found = findCounts(output);
  const violations = messages.filter(({ code }) => broken.includes(code));
  if (violations.length > 0) {
    return { kind: 'violated', names: violations.map(violatedName), counts: found };
  }
  const isTold = messages.some(({ code }) => code === successCode);
  if (exit === 0 && isTold && found?.queued === 0 && found.distinct > 0) {
    return { kind: 'passed', counts: found };
  }
  const said = messages.filter(({ code }) => reasons.includes(code));
  // What the parser found stands outside of messages.
  const isParsed = said.length > 0 && said.every(({ code }) => code !== parserCode);
  const outside = isParsed ? '' : output.outside.slice(-2000).trim();
  const why = [...said.map(({ body }) => body), outside].join(' ').trim();
  return { kind: 'failed', why: `exit ${String(exit)}: ${why}` };
};
