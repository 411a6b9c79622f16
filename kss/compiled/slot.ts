import type { EventKind } from '../../model/security.ts';
import type { MessageType } from '../../solution/data-type.ts';
import type { SelectorName, Selectors } from '../../solution/syntax/tree/selectors.ts';

/** What selectors can ask of an event: all events of one slot are alike in it. */
export interface SlotKey {
  readonly event: EventKind;
  readonly src: string;
  readonly dst: string | undefined;
  readonly component: string | undefined;
  readonly endpoint: string | undefined;
  readonly interface: string;
  readonly method: string;
  readonly type: MessageType;
}

const valueOf = (key: SlotKey, name: SelectorName): string | undefined => key[name];

/** All selectors hold for the events of a slot. */
export const slotHolds = (key: SlotKey, where: Selectors): boolean =>
  where.every(({ name, value }) => valueOf(key, name) === value.text);
