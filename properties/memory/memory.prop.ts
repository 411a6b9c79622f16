import { describe, expect, it } from 'vitest';
import { properties } from '../catalogue.ts';
import { sampleProperties } from '../run-properties.ts';
import type { RunProperty } from '../run-property.ts';
import { accessesOwnFrames } from './accesses-own-frames.ts';
import { freeFramesAreUnreachable } from './free-frames.ts';
import { sharingIntent } from './memory-runs.ts';
import { noResidue } from './no-residue.ts';
import { found, sampling } from './test-found.ts';
import { memoryHoles } from './test-memory-holes.ts';
import { writeXorExecute } from './write-xor-execute.ts';

describe('runs that are about memory', () => {
  const results = sampleProperties(properties, sampling, { intent: sharingIntent });
  const rulesOf = ({ name }: RunProperty): readonly string[] => [
    ...(results.find((result) => result.name === name)?.rules.keys() ?? []),
  ];

  it('break no property, and throw nothing, whatever is asked for [MEM-2] [MEM-3] [MEM-4] [MEM-5]', () => {
    expect(results.flatMap(({ counterexample }) => counterexample ?? [])).toEqual([]);
    expect(results[0]?.steps).toBe(9000);
  });

  it('come to frames of its own, of buffers, and to those that a core has not forgotten [MEM-2] [MEM-4]', () => {
    expect(rulesOf(accessesOwnFrames).toSorted()).toEqual([
      'of a buffer',
      'of its own share',
      'until it is forgotten',
    ]);
  });

  it('read from frames that were used before, and what others have written [MEM-3] [MEM-4]', () => {
    expect(rulesOf(noResidue).toSorted()).toEqual(['shared', 'used again', 'used first']);
  });

  it('have what only a core may still do with a page [MEM-5]', () => {
    expect(rulesOf(writeXorExecute).toSorted()).toEqual([
      'only a core may still fetch',
      'only a core may still store',
    ]);
  });

  it('have frames come back that held something, and that had to wait for cores [MEM-3]', () => {
    expect(rulesOf(freeFramesAreUnreachable).toSorted()).toEqual([
      'comes back',
      'has waited for cores',
      'held something',
    ]);
  });
});

describe('accessesOwnFrames', () => {
  it('finds a core that is never told to forget [MEM-2] [GATE-1]', () => {
    expect(found(accessesOwnFrames, memoryHoles.forgettingOneCore)).toEqual({
      why: 'process 1 does a load to frame …, which was never its',
      trace: ['Decommit', 'load kept'],
    });
  });

  it('finds frames that come back before every core has forgotten them [MEM-3] [GATE-1]', () => {
    expect(found(accessesOwnFrames, memoryHoles.releasingEarly)).toEqual({
      why: 'process 2 does a fetch to frame …, which was never its',
      trace: ['Decommit', 'fetch kept'],
    });
  });

  it('finds a mapping that outlives its handle [MEM-4] [GATE-1]', () => {
    expect(found(accessesOwnFrames, memoryHoles.leavingMapped)).toEqual({
      why: 'process 0 does a store to frame …, which is not its any more, and its core has nothing to forget',
      trace: ['MdlCreate', 'Give', 'recv', 'MdlMap', 'Close', 'store'],
    });
  });
});

describe('noResidue', () => {
  it('finds frames that come back as they are [MEM-3] [GATE-1]', () => {
    expect(found(noResidue, memoryHoles.uncleared)).toEqual({
      why: 'a fetch of process 0 finds 9 in frame …, where 0 is to be',
      trace: ['store', 'Decommit', 'Allocate', 'Allocate', 'fetch'],
    });
  });
});

describe('writeXorExecute', () => {
  it('finds a core that is never told to forget [MEM-5] [GATE-1]', () => {
    expect(found(writeXorExecute, memoryHoles.forgettingOneCore)).toEqual({
      why: 'frame … is written by process 1, and executed by process 1, as core 1 has kept it',
      trace: ['Decommit', 'Allocate'],
    });
  });

  it('finds rights that do not wait for every core [MEM-5] [GATE-1]', () => {
    expect(found(writeXorExecute, memoryHoles.releasingEarly)).toEqual({
      why: 'frame … is written by process 1, and executed by process 1, as core 1 has kept it',
      trace: ['Protect'],
    });
  });

  it('finds code that is mapped to be written [MEM-5] [GATE-1]', () => {
    expect(found(writeXorExecute, memoryHoles.mappingWritable)).toEqual({
      why: 'frame … is written by process 0, and executed by process 0',
      trace: ['fetch'],
    });
  });

  it('finds what stays writable when it is to be executed [MEM-5] [GATE-1]', () => {
    expect(found(writeXorExecute, memoryHoles.protectingWritable)).toEqual({
      why: 'frame … is written by process 2, and executed by process 2',
      trace: ['Protect'],
    });
  });
});

describe('freeFramesAreUnreachable', () => {
  it('finds a core that is never told to forget [MEM-3] [GATE-1]', () => {
    expect(found(freeFramesAreUnreachable, memoryHoles.forgettingOneCore)).toEqual({
      why: 'process 1 reaches frame … by what core 1 has kept, and it is free',
      trace: ['Decommit'],
    });
  });

  it('finds frames that come back before every core has forgotten them [MEM-3] [GATE-1]', () => {
    expect(found(freeFramesAreUnreachable, memoryHoles.releasingEarly)).toEqual({
      why: 'process 1 reaches frame … by what core 1 has kept, and it is free',
      trace: ['Decommit'],
    });
  });

  it('finds frames that come back as they are [MEM-3] [GATE-1]', () => {
    expect(found(freeFramesAreUnreachable, memoryHoles.uncleared)).toEqual({
      why: 'the word at … is 1, and its frame is free',
      trace: ['store', 'Decommit', 'Free'],
    });
  });
});
