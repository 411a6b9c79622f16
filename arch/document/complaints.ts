import type { Complain, Complaint } from './fields.ts';

/** Complaints that are kept; of the others it is told how many there are. */
const mostComplaints = 200;

export interface Complaints {
  readonly complain: Complain;
  readonly all: () => readonly Complaint[];
}

export const makeComplaints = (): Complaints => {
  const kept: Complaint[] = [];
  let more = 0;
  return {
    complain: (code, path, message) => {
      if (kept.length < mostComplaints) kept.push({ code, path, message });
      else more += 1;
    },
    all: () => {
      const message = `${String(more)} more faults of the document are not told`;
      return more === 0 ? kept : [...kept, { code: 'WLK-002', path: '', message }];
    },
  };
};
