import type { Content, SecurityEvent } from '../../../model/security.ts';
import { record } from '../../../model/value.ts';
import type { Value } from '../../../model/value.ts';
import { at } from '../../../model/defect.ts';
import { pick } from '../draw.ts';
import type { Draw } from '../draw.ts';

const unknown = { kind: 'unknown', name: 'nobody' } as const;

/** Values of other kinds than most parameters have, or out of every range. */
const strange: readonly Value[] = [1n << 64n, -1n, 'text', true, null, [], record([])];

const withStranger = (content: Content): Content =>
  content.kind === 'undecodable'
    ? content
    : { kind: 'value', message: record([...content.message.fields, ['stranger', 1n]]) };

const withStrangeValue = (draw: Draw, content: Content): Content => {
  if (content.kind === 'undecodable' || content.message.fields.size === 0) {
    return withStranger(content);
  }
  const entries = [...content.message.fields];
  const [changed] = at(entries, draw.below(entries.length));
  const value = pick(draw, strange);
  return {
    kind: 'value',
    message: record(entries.map(([name, old]) => [name, name === changed ? value : old] as const)),
  };
};

/** An event with one thing wrong: its parties, its names, or its message. */
export const malformed = (draw: Draw, event: SecurityEvent): SecurityEvent => {
  const { content } = event;
  const ways: readonly (() => SecurityEvent)[] = [
    () => ({ ...event, content: withStranger(content) }),
    () => ({ ...event, content: withStrangeValue(draw, content) }),
    () => ({ ...event, content: withStrangeValue(draw, content) }),
    () => ({
      ...event,
      content: { kind: 'undecodable', fault: { path: 'a', why: 'is cut off' } },
    }),
    () => ({ ...event, source: unknown }),
    () => ({ ...event, destination: unknown }),
    () => ({ ...event, destination: undefined }),
    () => ({ ...event, method: 'Nothing' }),
    () => ({ ...event, method: undefined }),
    () => ({ ...event, endpoint: 'nowhere' }),
    () => ({ ...event, endpoint: undefined, interface: undefined }),
    () => ({ ...event, interface: 'g.Nothing' }),
  ];
  return pick(draw, ways)();
};
