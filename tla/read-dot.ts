import { makeGraphBuilder } from './graph.ts';
import type { StateGraph } from './graph.ts';
import { readState } from './read-value.ts';
import { canonicalState } from './value.ts';

/** Takes TLC's dump line by line: the text is never whole in memory. */
export interface DotReader {
  readonly line: (line: string) => void;
  /** The graph, or the first line that could not be read. */
  readonly done: () => StateGraph | { readonly fault: string };
}

const edgeLine = /^(-?\d+) -> (-?\d+) \[label="(.*?)",color=/;
const initialLine = /^(-?\d+) \[label="(.*)",style = filled\]$/;
const nodeLine = /^(-?\d+) \[label="(.*)"\];$/;

const unescape = (label: string): string =>
  label.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

/** Reads `-dump dot,actionlabels`. Fingerprints stay texts; they exceed what a number holds. */
export const makeDotReader = (): DotReader => {
  const builder = makeGraphBuilder();
  const nodes = new Map<string, number>();
  const edges: (readonly [from: string, label: string, to: string])[] = [];
  let fault: string | undefined;

  const node = (fingerprint: string, label: string): number | undefined => {
    const read = readState(unescape(label));
    if (read.kind === 'fault') {
      fault ??= `${read.why} in ${label.slice(0, 200)}`;
      return undefined;
    }
    const number = builder.node(canonicalState(read.state), read.state);
    nodes.set(fingerprint, number);
    return number;
  };
  const build = (): StateGraph | { readonly fault: string } => {
    for (const [from, label, to] of edges) {
      const [source, target] = [nodes.get(from), nodes.get(to)];
      if (source === undefined || target === undefined) {
        fault ??= `an edge ${label} between states that are not in the dump`;
      } else {
        builder.edge(source, label, target);
      }
    }
    return fault === undefined ? builder.build() : { fault };
  };
  return {
    line: (line) => {
      const edge = edgeLine.exec(line);
      if (edge !== null) {
        edges.push([edge[1] ?? '', edge[3] ?? '', edge[2] ?? '']);
        return;
      }
      const first = initialLine.exec(line);
      if (first !== null) {
        const number = node(first[1] ?? '', first[2] ?? '');
        if (number !== undefined) builder.initial(number);
        return;
      }
      const later = nodeLine.exec(line);
      if (later !== null && !nodes.has(later[1] ?? '')) node(later[1] ?? '', later[2] ?? '');
    },
    done: build,
  };
};
