import type { ComplainBy, JsonComplaint } from './json-fields.ts';

/** Complaints that are kept; of the others it is told how many there are. */
const mostComplaints = 200;

export interface Complaints<Code extends string> {
  readonly complain: ComplainBy<Code>;
  readonly all: () => readonly JsonComplaint<Code>[];
}

/** Keeps complaints; `tooMany` is the code that tells how many were not kept. */
export const makeComplaints = <Code extends string>(tooMany: Code): Complaints<Code> => {
  const kept: JsonComplaint<Code>[] = [];
  let more = 0;
  return {
    complain: (code, path, message) => {
      if (kept.length < mostComplaints) kept.push({ code, path, message });
      else more += 1;
    },
    all: () => {
      const message = `${String(more)} more faults of the document are not told`;
      return more === 0 ? kept : [...kept, { code: tooMany, path: '', message }];
    },
  };
};
