import { formatValue } from '../../solution/message/format.ts';
import type { DataType, MessageType } from '../../solution/data-type.ts';
import type { Chosen } from '../witness/message-of.ts';

/** The type at a key: `a.b`, `list.[2]`. */
const typeAt = (key: string, { parameters }: MessageType): DataType | undefined => {
  const [first, ...parts] = key.split('.');
  let type = parameters.find(({ name }) => name === first)?.type;
  for (const part of parts) {
    if (type?.kind === 'struct') type = type.fields.find(({ name }) => name === part)?.type;
    else if (type?.kind === 'union') type = type.members.find(({ name }) => name === part)?.type;
    else type = type?.kind === 'array' || type?.kind === 'sequence' ? type.element : undefined;
  }
  return type;
};

const elements = (count: bigint): string => `${String(count)} element${count === 1n ? '' : 's'}`;

const numberAt = (chosen: Chosen, key: string): bigint => {
  const value = chosen.get(key);
  return typeof value === 'bigint' ? value : 0n;
};

const describeShape = (key: string, type: MessageType, from: Chosen, to: Chosen): string => {
  const path = key.slice(0, -1);
  const shaped = typeAt(path, type);
  const [before, after] = [numberAt(from, key), numberAt(to, key)];
  if (shaped?.kind !== 'union') {
    return `message.${path} of ${elements(after)} instead of ${String(before)}`;
  }
  const member = (number: bigint): string => shaped.members[Number(number)]?.name ?? '';
  return `message.${path} holds ${member(after)} instead of ${member(before)}`;
};

const describeValue = (key: string, from: Chosen, to: Chosen): string => {
  const [before, after] = [from.get(key), to.get(key)];
  const now = formatValue(after ?? 0n);
  return before === undefined
    ? `message.${key} = ${now}`
    : `message.${key} = ${now} instead of ${formatValue(before)}`;
};

/** `message.speed = 40 instead of 41`: the variables that have another value, in the order given. */
export const describeChange = (
  keys: readonly string[],
  type: MessageType,
  from: Chosen,
  to: Chosen,
): string =>
  keys
    .filter((key) => to.get(key) !== from.get(key))
    .map((key) =>
      key.endsWith('#') ? describeShape(key, type, from, to) : describeValue(key, from, to),
    )
    .join(', ');
