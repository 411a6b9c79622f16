import { makeKeyWriter } from './writer.ts';
import type { Writer } from './writer.ts';
import { makeWritingSet } from './writing-set.ts';

/**
 * One part of a state that explorers intern: each distinct value becomes a small integer.
 * The part's type is hidden in the closure.
 */
export interface Component<State> {
  readonly name: string;
  /** The process that the part belongs to alone; absent for what is shared. */
  readonly owner: number | undefined;
  /** The part itself: states that have the very same one have the same number for it. */
  readonly part: (state: State) => object;
  /** Do two states have the same part? The very same one, or one of the same bytes. */
  readonly isSame: (left: State, right: State) => boolean;
  /** The canonical bytes of a state's part. */
  readonly write: (state: State, writer: Writer) => void;
  /** A fresh numbering of parts, from 0: equal bytes, equal numbers. */
  readonly intern: () => (state: State) => number;
}

/**
 * A component of a state, found by `part` and told apart by its canonical bytes.
 *
 * Shape: `encode` gives equal bytes for equal parts, and only for those.
 */
export const component = <State, Part extends object>(
  name: string,
  part: (state: State) => Part,
  encode: (part: Part, writer: Writer) => void,
  owner?: number,
): Component<State> => ({
  name,
  owner,
  part,
  isSame: (left, right) => {
    const [one, other] = [part(left), part(right)];
    if (one === other) return true;
    const writer = makeKeyWriter();
    encode(one, writer);
    const bytes = writer.take();
    encode(other, writer);
    return bytes === writer.take();
  },
  write: (state, writer) => {
    encode(part(state), writer);
  },
  intern: () => {
    const numbers = makeWritingSet();
    return (state) => {
      encode(part(state), numbers);
      return numbers.take();
    };
  },
});

/** The same component of a state that contains the one it was made for. */
export const within = <Outer, Inner>(
  inner: Component<Inner>,
  lens: (outer: Outer) => Inner,
): Component<Outer> => ({
  name: inner.name,
  owner: inner.owner,
  part: (outer) => inner.part(lens(outer)),
  isSame: (left, right) => inner.isSame(lens(left), lens(right)),
  write: (outer, writer) => {
    inner.write(lens(outer), writer);
  },
  intern: () => {
    const number = inner.intern();
    return (outer) => number(lens(outer));
  },
});
