import { sidOf } from '../../model/ids.ts';
import type { Sid } from '../../model/ids.ts';
import { greatestSid } from '../values.ts';

/** SIDs that are given out, the least that is free first (C-65). */
export interface FreeSids {
  /** Absent if all of 1 … 65535 are in use. */
  readonly take: () => Sid | undefined;
  readonly free: (sid: Sid) => void;
  readonly reset: () => void;
}

/** `first` is the least SID that may be given out. */
export const makeFreeSids = (first: number): FreeSids => {
  const greatest = Number(greatestSid);
  const used = new Uint8Array(greatest + 1);
  let least = first;
  return {
    take: () => {
      while (least <= greatest && used[least] === 1) least += 1;
      if (least > greatest) return undefined;
      used[least] = 1;
      return sidOf(least);
    },
    free: (sid) => {
      if (sid < first) return;
      used[sid] = 0;
      least = Math.min(least, sid);
    },
    reset: () => {
      used.fill(0);
      least = first;
    },
  };
};
