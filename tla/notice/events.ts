import { events } from '../../kernel/micro/notify.ts';
import { namesOf } from '../expression.ts';
import type { Argument } from '../twin.ts';

/** The events that the twin speaks of, as bits: two of an object's provider, and two of the kernel's. */
export const eventBits = {
  news: 0x1_0000,
  alarm: 0x2_0000,
  gone: events.objectDestroyed,
  subtree: events.subtreeGone,
} as const;

export type EventName = keyof typeof eventBits;

export type Mask = readonly EventName[];

const isEvent = (name: string): name is EventName => Object.hasOwn(eventBits, name);

export const eventNames: readonly EventName[] = Object.keys(eventBits).filter(isEvent);

/** Some events as the kernel's mask. */
export const maskOf = (mask: Mask): number =>
  mask.reduce((bits, name) => (bits | eventBits[name]) >>> 0, 0);

/** The kernel's mask by names; a bit that the module does not have is a number. */
export const eventsOf = (bits: number): readonly string[] => {
  const names = eventNames.filter((name) => (bits & eventBits[name]) !== 0);
  const more = (bits & ~maskOf(names)) >>> 0;
  return more === 0 ? names : [...names, String(more)];
};

/** `news_gone`; `nothing` for no event. */
export const eventsArgument = (names: readonly string[]): Argument => ({
  word: names.length === 0 ? 'nothing' : names.join('_'),
  expression: namesOf(names),
});
