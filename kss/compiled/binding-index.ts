import type { EventKind } from '../../model/security.ts';
import type { Binding } from '../../solution/syntax/tree/psl.ts';
import type { SelectorName } from '../../solution/syntax/tree/selectors.ts';
import { slotHolds } from './slot.ts';
import type { SlotKey } from './slot.ts';

/** The bindings that cover a slot, in textual order, found without asking all of them. */
export interface BindingIndex {
  readonly covering: (key: SlotKey) => readonly Binding[];
}

interface Placed {
  readonly binding: Binding;
  readonly position: number;
}

const any = '';

const selected = ({ where }: Binding, selector: SelectorName): string =>
  where.find(({ name }) => name === selector)?.value.text ?? any;

/** Indexes bindings by their event and the classes that they name. */
export const indexBindings = (bindings: readonly Binding[]): BindingIndex => {
  const index = new Map<string, Placed[]>();
  const keyOf = (event: EventKind, src: string, dst: string): string => `${event} ${src} ${dst}`;
  for (const [position, binding] of bindings.entries()) {
    const key = keyOf(binding.event, selected(binding, 'src'), selected(binding, 'dst'));
    const placed = index.get(key);
    if (placed === undefined) index.set(key, [{ binding, position }]);
    else placed.push({ binding, position });
  }
  return {
    covering: (key) => {
      const { event, src, dst = any } = key;
      const places = new Set([
        keyOf(event, src, dst),
        keyOf(event, src, any),
        keyOf(event, any, dst),
        keyOf(event, any, any),
      ]);
      return [...places]
        .flatMap((place) => index.get(place) ?? [])
        .filter(({ binding }) => slotHolds(key, binding.where))
        .sort((left, right) => left.position - right.position)
        .map(({ binding }) => binding);
    },
  };
};
