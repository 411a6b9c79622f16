import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesBy } from '../model/writer.ts';
import { clearMemory, emptyMemory, encodeMemory, readWord, unitsOf, writeWord } from './memory.ts';
import type { PhysicalMemory } from './memory.ts';
import { wordOf } from './word.ts';

const size = 2 ** 40;
const bytesOf = (memory: PhysicalMemory): string =>
  bytesBy((writer) => {
    encodeMemory(memory, writer);
  });
/** Addresses that meet often, near each other and far apart. */
const anyUnit = fc
  .tuple(fc.constantFrom(0, 0x1000, 2 ** 32, size - 4096), fc.integer({ min: 0, max: 1023 }))
  .map(([base, index]) => base + index * 4);
const anyValue = fc.integer({ min: 0, max: 0xffffffff });
const writeUnit = (memory: PhysicalMemory, address: number, value: number) =>
  writeWord(memory, address, 4, wordOf(0, value));

type Command =
  | { readonly kind: 'write'; readonly address: number; readonly value: number }
  | { readonly kind: 'clear'; readonly address: number; readonly units: number };
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('write'), address: anyUnit, value: anyValue }),
  },
  fc.record({
    kind: fc.constant('clear'),
    address: anyUnit,
    units: fc.integer({ min: 0, max: 1200 }),
  }),
);

describe('physical memory', () => {
  it('holds what a plain map holds after the same commands [ARCH-3]', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
        const plain = new Map<number, number>();
        let memory = emptyMemory(size);
        for (const command of commands) {
          const { address } = command;
          if (command.kind === 'write') {
            memory = writeUnit(memory, address, command.value);
            plain.set(address, command.value);
          } else {
            memory = clearMemory(memory, address, command.units * 4);
            for (const at of [...plain.keys()])
              if (at >= address && at < address + command.units * 4) plain.delete(at);
          }
        }

        const expected = [...plain].filter(([, value]) => value !== 0);
        expect(unitsOf(memory)).toEqual(expected.sort(([left], [right]) => left - right));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('has equal bytes for equal contents, whatever its history [ARCH-3]', () => {
    const one = writeUnit(writeUnit(emptyMemory(size), 0x1000, 7), 0x8000, 9);
    const other = writeUnit(writeUnit(writeUnit(emptyMemory(size), 0x8000, 9), 64, 1), 0x1000, 7);

    expect(bytesOf(other)).not.toBe(bytesOf(one));
    expect(bytesOf(writeUnit(other, 64, 0))).toBe(bytesOf(one));
  });

  it('leaves the memory that it was made from as it was [ARCH-3]', () => {
    const before = writeUnit(emptyMemory(size), 0x1000, 7);

    const after = writeUnit(before, 0x1004, 8);

    expect(readWord(before, 0x1000, 8)).toEqual(wordOf(0, 7));
    expect(readWord(after, 0x1000, 8)).toEqual(wordOf(8, 7));
    expect(unitsOf(clearMemory(after, 0x1000, 4))).toEqual([[0x1004, 8]]);
  });

  it('answers nothing beyond its size, and takes nothing there [ARCH-3]', () => {
    const memory = emptyMemory(0x2000);

    expect(readWord(memory, 0x1ff8, 8)).toEqual(wordOf(0, 0));
    expect(readWord(memory, 0x2000, 4)).toBeUndefined();
    expect(writeUnit(memory, 0x2000, 1)).toBe(memory);
  });
});
