import { describe, it, expect } from 'vitest';
import { message, sampleSequence } from './sample-evidence.ts';
import { sentenceOf, sequenceText } from './sequence-text.ts';

describe('sequenceText', () => {
  it('tells a trace in numbered sentences, one number a step [OBJ-3]', () => {
    expect(sequenceText(sampleSequence)).toBe(
      [
        '  1  door waits for a request',
        '  2  radio calls door: bolt.drive.Open → denied: base.deny at security.psl:3:5',
        '  3  radio calls door: bolt.drive.Open { code : 7 } → granted, and must never be',
        '     door answers radio: bolt.drive.Open → granted',
      ].join('\n'),
    );
  });

  it('has a sentence for every kind of message [OBJ-3]', () => {
    const sentences = [
      message({ kind: 'execute', label: 'start' }),
      message({ kind: 'error', label: 'a.B', content: '{ code : 1 }' }),
      message({ kind: 'security', to: 'security engine', label: 'a.B.Ask' }),
      message({ kind: 'refusal', label: 'refused: badHandle', why: 'rcResourceNotFound' }),
    ].map(sentenceOf);

    expect(sentences).toEqual([
      'radio starts door → granted',
      'radio answers door with an error: a.B { code : 1 } → granted',
      'radio asks security engine: a.B.Ask → granted',
      'radio is refused: badHandle (rcResourceNotFound)',
    ]);
  });
});
