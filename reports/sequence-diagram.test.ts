import { describe, it, expect } from 'vitest';
import { faultInMarkup } from './well-formed.ts';
import { message, sampleSequence } from './sample-evidence.ts';
import { sequenceDiagram } from './sequence-diagram.ts';
import type { Sequence } from './sequence.ts';

const count = (text: string, part: string): number => text.split(part).length - 1;

const names = (length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `p${String(index)}`);

/** Every participant calls the next, many times over. */
const large = (participants: number, messages: number): Sequence => ({
  participants: names(participants),
  messages: Array.from({ length: messages }, (_, index) =>
    message({
      step: index + 1,
      from: `p${String(index % participants)}`,
      to: `p${String((index + 1) % participants)}`,
    }),
  ),
});

describe('sequenceDiagram', () => {
  it('crosses out a denial and marks what must never be [OBJ-3]', () => {
    const svg = sequenceDiagram(sampleSequence, 'neverOpens');

    expect(count(svg, '>✗</text>')).toBe(1);
    expect(count(svg, '<g class="denied">')).toBe(1);
    expect(count(svg, '<g class="breaks">')).toBe(1);
    expect(count(svg, 'class="arrow answer"')).toBe(1);
  });

  it('numbers each step once [OBJ-3]', () => {
    const svg = sequenceDiagram(sampleSequence, 'neverOpens');
    const numbers = [...svg.matchAll(/class="number"[^>]*>([^<]*)</gu)].map(([, number]) => number);

    expect(numbers).toEqual(['1', '2', '3', '']);
  });

  it.each([
    [1, 1],
    [2, 60],
    [12, 60],
  ])('draws %i participants and %i messages within its box [OBJ-3]', (participants, messages) => {
    const svg = sequenceDiagram(large(participants, messages), 'large');
    const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
    const within = (attribute: string, limit: string): boolean =>
      [...svg.matchAll(new RegExp(` ${attribute}="([-\\d.]+)"`, 'gu'))].every(
        ([, at]) => Number(at) >= 0 && Number(at) <= Number(limit),
      );

    expect(faultInMarkup(svg)).toBeUndefined();
    expect(count(svg, 'class="life"')).toBe(participants);
    expect([within('(?:x|x1|x2|cx)', width), within('(?:y|y1|y2|cy)', height)]).toEqual([
      true,
      true,
    ]);
  });

  it('escapes hostile names and shows what cannot be seen [OBJ-3]', () => {
    const hostile = '</text><script>alert(1)</script>';
    const svg = sequenceDiagram(
      {
        participants: [hostile, 'b\u202e'],
        messages: [message({ from: hostile, to: 'b\u202e', label: '"\'&<img onerror=x>' })],
      },
      hostile,
    );

    expect(faultInMarkup(svg)).toBeUndefined();
    expect(svg).not.toMatch(/<(?:script|img)/u);
    expect(svg).toContain('b\\u{202e}');
  });

  it('draws an empty trace [OBJ-3]', () => {
    expect(faultInMarkup(sequenceDiagram({ participants: [], messages: [] }, ''))).toBeUndefined();
  });
});
