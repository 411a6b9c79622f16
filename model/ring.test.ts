import { describe, expect, it } from 'vitest';
import { append, emptyRing, read } from './ring.ts';
import type { Ring } from './ring.ts';

const limits = { items: 3, lost: 10 };

const after = (...items: readonly number[]): Ring<number> =>
  items.reduce<Ring<number>>((ring, item) => append(ring, [item], limits), emptyRing);

describe('a ring', () => {
  it('keeps the newest, and counts those that it loses [AUD-1]', () => {
    expect(after(1, 2, 3)).toEqual({ items: [1, 2, 3], lost: 0 });
    expect(after(1, 2, 3, 4, 5)).toEqual({ items: [3, 4, 5], lost: 2 });
    expect(append(after(1), [2, 3, 4, 5, 6], limits)).toEqual({ items: [4, 5, 6], lost: 3 });
  });

  it('stops counting at its limit [AUD-1]', () => {
    const many = Array.from({ length: 20 }, (_, index) => index);

    expect(after(...many)).toEqual({ items: [17, 18, 19], lost: 10 });
  });

  it('gives what it has to a reader once, with the number lost before [AUD-1]', () => {
    const { items, lost, rest } = read(after(1, 2, 3, 4), 2);

    expect({ items, lost }).toEqual({ items: [2, 3], lost: 1 });
    expect(rest).toEqual({ items: [4], lost: 0 });
    expect(read(rest, 5)).toEqual({ items: [4], lost: 0, rest: emptyRing });
  });

  it('counts what is lost between two readings for the second alone [AUD-1]', () => {
    const { rest } = read(after(1, 2, 3, 4), 3);

    const { lost } = read(append(rest, [5, 6, 7, 8], limits), 3);

    expect(lost).toBe(1);
  });

  it('is the very one given where nothing changes [AUD-1]', () => {
    const ring = after(1);
    const none = { items: 0, lost: 1 };
    const full = append(emptyRing, [1], none);

    expect(append(ring, [], limits)).toBe(ring);
    expect(full).toEqual({ items: [], lost: 1 });
    expect(append(full, [2], none)).toBe(full);
  });
});
