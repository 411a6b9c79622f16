import { describe, expect, it } from 'vitest';
import { isByThread } from '../../model/step.ts';
import type { Action } from '../../model/step.ts';
import type { KernelDesign } from '../../kernel/kernel.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { loadGenerated } from '../../properties/generate/solution.ts';
import { micro } from '../../properties/hostile-run.ts';
import { sharingFiles } from '../../properties/memory/memory-runs.ts';
import { memoryHoles } from '../../properties/memory/test-memory-holes.ts';
import { exploreMemory } from './explore-memory.ts';
import type { MemoryLetter } from './letters.ts';

const alone = '- name: g.A\n  task: p0\n';
const lending = `- name: g.A\n  task: p0\n  connections: [{target: p1, id: to-p1}]\n- name: g.B\n  task: p1\n`;

const searching = (design: KernelDesign, letters: readonly MemoryLetter[], processes = alone) =>
  exploreMemory({
    solution: loadGenerated(
      new Map([...sharingFiles, ['init.yaml', `entities:\n${processes}`]]),
      catalogue,
    ),
    design,
    letters,
    states: 12_000,
  });

const pages = ['allocate data', 'allocate code', 'decommit', 'protect'] as const;
const regions = ['allocate data', 'free', 'protect'] as const;
const buffers = ['make buffer', 'map buffer', 'close buffer'] as const;

/** `0 Allocate`, `0 store kept`, `core 1 forgets`: who did what. */
const shortly = (action: Action): string => {
  if (action.kind === 'completeInvalidation') return `core ${String(action.core)} forgets`;
  if (!isByThread(action)) return action.kind;
  const by = String(action.by);
  if (action.kind === 'call') return `${by} ${action.method}`;
  return `${by} ${action.kind}${'way' in action && action.way !== 0 ? ' kept' : ''}`;
};

/** The properties that a search finds broken, each with its shortest trace. */
const tracesOf = (
  design: KernelDesign,
  letters: readonly MemoryLetter[],
  processes = alone,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    searching(design, letters, processes).violations.map(({ property, trace }) => [
      property,
      trace.map(shortly),
    ]),
  );

describe('exploreMemory', () => {
  it.each([
    ['pages', pages],
    ['regions', regions],
    ['buffers', buffers],
  ] as const)(
    'finds nothing broken in all states of %s [MEM-2] [MEM-3] [MEM-4] [MEM-5]',
    (_, letters) => {
      const { violations, complete, actions } = searching(micro, letters);

      expect(violations).toEqual([]);
      expect(complete).toBe(true);
      expect([...actions.keys()]).toEqual(
        expect.arrayContaining([
          'call done',
          'load done',
          'store done',
          'completeInvalidation done',
        ]),
      );
    },
  );

  it('finds a core that is never told to forget, by a shortest trace [MEM-3] [MEM-5] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.forgettingOneCore, pages)).toEqual({
      freeFramesAreUnreachable: ['0 Allocate', '0 Decommit'],
      writeXorExecute: ['0 Allocate', '0 Protect'],
    });
  });

  it('finds what comes back before every core has forgotten [MEM-3] [MEM-5] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.releasingEarly, pages)).toEqual({
      freeFramesAreUnreachable: ['0 Allocate', '0 Decommit'],
      writeXorExecute: ['0 Allocate', '0 Protect'],
    });
  });

  it('finds frames that come back as they are [MEM-3] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.uncleared, pages)).toEqual({
      freeFramesAreUnreachable: ['0 Allocate', '0 Decommit', '0 store kept', 'core 1 forgets'],
    });
  });

  it('finds code that is mapped to be written [MEM-5] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.mappingWritable, pages)).toEqual({
      writeXorExecute: ['0 Allocate'],
    });
  });

  it('finds what stays writable when it is to be executed [MEM-5] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.protectingWritable, pages)).toEqual({
      writeXorExecute: ['0 Allocate', '0 Protect'],
    });
  });

  it('finds a mapping that outlives its handle [MEM-4] [GATE-1]', () => {
    expect(tracesOf(memoryHoles.leavingMapped, buffers)).toEqual({
      accessesOwnFrames: ['0 MdlCreate', '0 MdlMap', '0 Close', '0 load'],
    });
  });

  it('finds a buffer that is mapped by a handle that was revoked [MEM-4] [GATE-1]', () => {
    const letters = ['make buffer', 'map buffer', 'lend buffer', 'revoke buffer'] as const;

    expect(tracesOf(memoryHoles.mappingRevoked, letters, lending)).toEqual({
      accessesOwnFrames: [
        '0 MdlCreate',
        '0 Give',
        '1 recv',
        '1 reply',
        '0 Revoke',
        '0 MdlCreate',
        '1 MdlMap',
        '1 load',
      ],
    });
  });
});
