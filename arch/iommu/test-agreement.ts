import { absurd } from '../../model/defect.ts';
import { emptyMemory, reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited } from '../page.ts';
import { wordOfNumber } from '../word.ts';
import { translate } from './iommu.ts';
import type { DmaWalk, Domain, Iommu } from './iommu.ts';
import { expectedEnd, expectedRefusal, plainAfter } from './test-plain-maps.ts';
import type { DmaCommand, DmaSubject, Edit, Plain } from './test-plain-maps.ts';

/** The table of devices: 64 KB, at a multiple of its size. */
const base = wordOfNumber(0x100000);

export const domains: readonly Domain[] = [
  { number: 5, root: 0x8000 },
  { number: 6, root: 0x9000 },
  { number: 7, root: 0xa000 },
];

const frames: readonly number[] = Array.from({ length: 96 }, (_, index) => 0x200000 + index * 4096);

const rootOf = (domain: number): number => domains[domain]?.root ?? 0;

interface World extends Plain {
  readonly memory: PhysicalMemory;
  readonly free: readonly number[];
}

const endText = (walk: DmaWalk): string => {
  switch (walk.kind) {
    case 'translated':
      return String(walk.address);
    case 'interrupt':
      return 'interrupt';
    case 'faulted':
      return walk.fault;
  }
};

const doEdit = (iommu: Iommu, { memory, free }: World, edit: Edit): Edited => {
  switch (edit.kind) {
    case 'attach': {
      const domain = domains[edit.domain] ?? { number: 0, root: 0 };
      return iommu.attach(memory, base, edit.requester, domain, free);
    }
    case 'detach':
      return iommu.detach(memory, base, edit.requester);
    case 'map':
      return iommu.tables.map(memory, wordOfNumber(rootOf(edit.domain)), edit.page, free);
    case 'unmap':
      return iommu.tables.unmap(memory, wordOfNumber(rootOf(edit.domain)), edit.address);
    case 'protect':
      return iommu.tables.protect(
        memory,
        wordOfNumber(rootOf(edit.domain)),
        edit.address,
        edit.rights,
      );
    default:
      return absurd(edit);
  }
};

/** What differs from the plain maps after one command, or the world after it. */
const advance = (
  subject: DmaSubject,
  iommu: Iommu,
  world: World,
  command: DmaCommand,
): World | string => {
  if (command.kind === 'dma') {
    const walk = translate(iommu, reading(world.memory, 8), base, command.request);
    const expected = expectedEnd(subject, world, command.request);
    return endText(walk) === expected ? world : `DMA: ${endText(walk)}, not ${expected}`;
  }
  const done = doEdit(iommu, world, command);
  const refusal = expectedRefusal(subject, world, command);
  if (done.kind === 'refused')
    return done.because === refusal
      ? world
      : `${command.kind}: ${done.because}, not ${refusal ?? 'done'}`;
  if (refusal !== undefined) return `${command.kind}: done, not ${refusal}`;
  const free = [...world.free.filter((frame) => !done.taken.includes(frame)), ...done.freed];
  if (new Set(free).size !== free.length) return 'a frame was freed twice';
  return { ...plainAfter(iommu, world, command), memory: done.memory, free };
};

/** The first difference between an IOMMU and plain maps over commands, if there is one. */
export const findDmaDisagreement = (
  subject: DmaSubject,
  commands: readonly DmaCommand[],
): string | undefined => {
  const iommu = subject.format.under(subject.settings);
  let world: World = {
    memory: emptyMemory(2 ** 40),
    free: frames,
    attached: new Map(),
    pages: [],
  };
  for (const command of commands) {
    const next = advance(subject, iommu, world, command);
    if (typeof next === 'string') return next;
    world = next;
  }
  return undefined;
};
