import { greatestSid } from '../values.ts';

const most = Number(greatestSid) + 1;

/** A small number for each SID in 1 … 65535; 0 until it is set. Grows with the SIDs in use. */
export interface SidTable {
  readonly get: (sid: number) => number;
  readonly set: (sid: number, value: number) => void;
  /** Each SID whose number is not 0, least first. */
  readonly each: (visit: (sid: number, value: number) => void) => void;
  readonly clear: () => void;
}

export const makeSidTable = (): SidTable => {
  let numbers = new Uint32Array(64);
  const grow = (sid: number): void => {
    const larger = new Uint32Array(Math.min(most, 2 ** Math.ceil(Math.log2(sid + 1))));
    larger.set(numbers);
    numbers = larger;
  };
  return {
    get: (sid) => numbers[sid] ?? 0,
    set: (sid, value) => {
      if (sid >= numbers.length) grow(sid);
      numbers[sid] = value;
    },
    each: (visit) => {
      for (let sid = 1; sid < numbers.length; sid += 1) {
        const value = numbers[sid] ?? 0;
        if (value !== 0) visit(sid, value);
      }
    },
    clear: () => {
      numbers.fill(0);
    },
  };
};
