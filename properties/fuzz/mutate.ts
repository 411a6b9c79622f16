import type { RandomStream } from '../../simulator/random.ts';

/** The item that the stream chooses; absent of none. */
const chosen = <Item>(random: RandomStream, items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : items[random.below(items.length)];

/** Words, numbers, runs of blanks, and every other character by itself. */
const tokens = /[A-Za-z_][A-Za-z0-9_]*|[0-9][0-9A-Za-z]*|[ \t]+|[^]/gu;

/** What is put between tokens: ends of constructs, junk, and characters that few expect. */
const strangers = [
  '{', '}', '(', ')', '[', ']', '<', '>', ':', ';', ',', '.', '=', '"', "'", '`', '```', '/*', '*/',
  '//', '\n', '\r', '\r\n', '\t', '@', '@A@', '{%', '%}', '{{', '#', '- ', '|', '>', '&a', '*a', '!',
  '\\', '\\n', '-', '0x', '99999999999999999999', '\u0000', '\u007f', '\u00a0', '\u2028', '\ufeff',
  '\ufffd', 'ж', '𝒳', 'match', 'choice', 'use', 'audit', 'type', 'entity', 'interface',
] as const; // prettier-ignore

type Edit = (parts: string[], at: number, random: RandomStream) => void;

const edits: readonly Edit[] = [
  (parts, at) => parts.splice(at, 1),
  (parts, at, random) => parts.splice(at, 1 + random.below(8)),
  (parts, at) => parts.splice(at, 0, parts[at] ?? ''),
  (parts, at, random) => {
    const other = random.below(parts.length);
    [parts[at], parts[other]] = [parts[other] ?? '', parts[at] ?? ''];
  },
  (parts, at) => parts.splice(at),
  (parts, at, random) => parts.splice(at, 0, chosen(random, strangers) ?? ''),
  (parts, at, random) => {
    parts[at] = chosen(random, strangers) ?? '';
  },
  (parts, at, random) => {
    const slice = parts.slice(at, at + 1 + random.below(30));
    parts.splice(random.below(parts.length), 0, ...slice);
  },
  (parts, at, random) => {
    const times = 1 + random.below(random.below(20) === 0 ? 2000 : 5);
    parts.splice(at, 0, (parts[at] ?? '').repeat(times));
  },
];

/** A text with a few tokens deleted, swapped, doubled, moved, cut off, or junk put between them. */
export const mutateTokens = (text: string, random: RandomStream): string => {
  const parts = text.match(tokens)?.slice() ?? [];
  const count = 1 + random.below(4);
  for (let done = 0; done < count && parts.length > 0; done++) {
    chosen(random, edits)?.(parts, random.below(parts.length), random);
  }
  return parts.join('');
};

type ByteEdit = (bytes: number[], at: number, random: RandomStream) => void;

const byteEdits: readonly ByteEdit[] = [
  (bytes, at) => bytes.splice(at, 1),
  (bytes, at) => bytes.splice(at),
  (bytes, at, random) => {
    bytes[at] = random.below(256);
  },
  (bytes, at, random) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  },
  (bytes, at, random) => bytes.splice(at, 0, random.below(256)),
  (bytes, at, random) => bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random.below(16))),
  (bytes, at, random) => {
    const other = random.below(bytes.length);
    [bytes[at], bytes[other]] = [bytes[other] ?? 0, bytes[at] ?? 0];
  },
];

/** Bytes with a few changed, deleted, doubled, cut off, or junk put between them. */
export const mutateBytes = (given: Uint8Array, random: RandomStream): Uint8Array => {
  const bytes = [...given];
  const count = 1 + random.below(4);
  for (let done = 0; done < count && bytes.length > 0; done++) {
    chosen(random, byteEdits)?.(bytes, random.below(bytes.length), random);
  }
  return Uint8Array.from(bytes);
};
