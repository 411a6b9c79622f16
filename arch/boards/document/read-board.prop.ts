import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '../board.ts';
import { boards } from '../catalogue.ts';
import { checkBoard } from '../check.ts';
import { boardNames } from '../names.ts';
import { readBoard } from './read-board.ts';
import { boardDocument } from './write-board.ts';

const seed = 1;

type Path = readonly (string | number)[];

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The paths of all values of a document. */
const pathsOf = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(isContainer(value)
    ? Object.entries(value).flatMap(([name, one]) => pathsOf(one, [...path, name]))
    : []),
];

/** A document with another value at a path. */
const withValue = (value: unknown, [name, ...rest]: Path, other: unknown): unknown => {
  if (name === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) =>
      String(index) === name ? withValue(one, rest, other) : one,
    );
  }
  const members = isContainer(value) ? value : {};
  return { ...members, [name]: withValue(members[name], rest, other) };
};

const documents: readonly unknown[] = boardNames.map((name): unknown =>
  JSON.parse(JSON.stringify(boardDocument(boards[name]))),
);

/** Values that are near to good ones, and others. */
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.nat(),
  fc.maxSafeInteger(),
  fc.constantFrom(
    '0x0',
    '0xffffffffffffffff',
    '0x10000000000000',
    0,
    -1,
    0.5,
    '',
    'armv8',
    'x86',
    'ept',
    'mips32',
    'vtd',
    '00:1f.2',
    null,
  ),
);

/** A valid document, a few of whose values are others. */
const mutated = fc.constantFrom(...documents).chain((document) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(document)), anyValue), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce<unknown>((made, [path, value]) => withValue(made, path, value), document),
    ),
);

const comesTo = (json: unknown): 'board' | 'faulty' => {
  const read = readBoard(json);
  if (read.kind === 'board') expect(checkBoard(read.board)).toEqual([]);
  else expect(read.complaints.length).toBeGreaterThan(0);
  return read.kind;
};

describe('the reader of board documents', () => {
  it('stands mutations of valid boards, and gives none that fails the check [BOARD-3]', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(mutated, (json) => {
        kinds.add(comesTo(json));
      }),
      { seed, numRuns: 1500 },
    );

    expect([...kinds].sort()).toEqual(['board', 'faulty']);
  });

  it('stands any document [BOARD-3]', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(comesTo(json)).toBe('faulty');
      }),
      { seed, numRuns: 300 },
    );
  });

  it('stands any control bits that an architecture has [BOARD-3]', () => {
    const settings = fc.dictionary(
      fc.constantFrom('nxe', 'pse', 't0sz', 'ips', 'epd0', 'ttbcr', 'ttbr1', 'dacr', 'sl0', 'ps'),
      fc.nat({ max: 255 }),
    );
    const arch = fc.constantFrom(
      'x86',
      'x86-pae',
      'x86_64',
      'armv5',
      'armv7',
      'armv7-lpae',
      'armv8',
      'armv8-s2',
    );
    fc.assert(
      fc.property(fc.constantFrom(...documents), arch, settings, (document, name, bits) => {
        comesTo(withValue(withValue(document, ['arch'], name), ['settings'], bits));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('would not be stood by a reader that trusts its input [GATE-1, BOARD-3]', () => {
    const trusting = fc.property(mutated, (json) => {
      checkBoard(json as Board);
    });

    expect(fc.check(trusting, { seed, numRuns: 1500 }).failed).toBe(true);
  });
});
