import { describe, expect, it } from 'vitest';
import { machineFor } from '../../arch/machine/design.ts';
import type { Through } from '../../arch/machine/make-machine.ts';
import type { Translator } from '../../arch/machine/translator.ts';
import type { ArchName } from '../../arch/names.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { loadGenerated } from '../../properties/generate/solution.ts';
import { micro } from '../../properties/hostile-run.ts';
import { sharingFiles } from '../../properties/memory/memory-runs.ts';
import { exploreMemory, searchedCores } from './explore-memory.ts';
import type { MemoryLetter } from './letters.ts';

const letters: readonly MemoryLetter[] = ['allocate data', 'allocate code', 'protect'];

/** The kernel on tables of a format, with something in the place of its translator. */
const searched = (arch: ArchName, cores: Through['cores'] = (translator) => translator) =>
  exploreMemory({
    solution: loadGenerated(
      new Map([...sharingFiles, ['init.yaml', 'entities:\n- name: g.A\n  task: p0\n']]),
      catalogue,
    ),
    design: micro,
    letters,
    states: 12_000,
    machine: machineFor(arch, { ...searchedCores, through: { cores, devices: (one) => one } }),
  });

/** Which properties are broken, and in how many steps. */
const brokenIn = ({ violations }: ReturnType<typeof searched>) =>
  violations.map(({ property, trace }) => [property, trace.length]);

/** Formats that tell execution from reading, and those that do not (RISK-NO-WX). */
const telling = ['x86-pae', 'x86_64', 'ept', 'armv7', 'armv7-lpae', 'armv8', 'armv8-s2'] as const;
const notTelling = ['x86', 'armv5', 'mips32'] as const;

const holes: readonly (readonly [string, (translator: Translator) => Translator, number])[] = [
  [
    'maps pages writable',
    (translator) => ({
      ...translator,
      map: (memory, space, number, page) =>
        translator.map(memory, space, number, {
          ...page,
          rights: { ...page.rights, write: true },
        }),
    }),
    1,
  ],
  [
    'maps pages executable',
    (translator) => ({
      ...translator,
      map: (memory, space, number, page) =>
        translator.map(memory, space, number, {
          ...page,
          rights: { ...page.rights, execute: true },
        }),
    }),
    1,
  ],
  [
    'leaves pages writable that it protects',
    (translator) => ({
      ...translator,
      protect: (memory, space, number, address, rights) =>
        translator.protect(memory, space, number, address, { ...rights, write: true }),
    }),
    2,
  ],
];

describe('memory on the tables of a format', () => {
  it.each(telling)('is searched on %s, and nothing is broken [MEM-2] [MEM-3] [MEM-5]', (arch) => {
    const found = searched(arch);

    expect(brokenIn(found)).toEqual([]);
    expect(found.complete).toBe(true);
    expect([...found.actions.keys()]).toEqual(
      expect.arrayContaining(['store done', 'fetch done', 'completeInvalidation done']),
    );
  });

  it.each(notTelling)(
    'cannot keep W^X on %s: RISK-NO-WX, in one step [MEM-5] [BOARD-4]',
    (arch) => {
      expect(brokenIn(searched(arch))).toEqual([['writeXorExecute', 1]]);
    },
  );

  it.each(telling.flatMap((arch) => holes.map((hole) => [arch, ...hole] as const)))(
    'finds a kernel on %s that %s [MEM-5] [GATE-1]',
    (arch, _, hole, steps) => {
      expect(brokenIn(searched(arch, hole))).toContainEqual(['writeXorExecute', steps]);
    },
  );
});
