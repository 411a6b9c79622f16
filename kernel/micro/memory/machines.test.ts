import { describe, expect, it } from 'vitest';
import { boards } from '../../../arch/boards/catalogue.ts';
import { boardNames } from '../../../arch/boards/names.ts';
import { abstractMachine, boardMachine, machineFor } from '../../../arch/machine/design.ts';
import type { MachineChoice, MachineDesign } from '../../../arch/machine/design.ts';
import { translators } from '../../../arch/machine/catalogue.ts';
import { solutionWith } from '../../../kss/test-solution.ts';
import type { Intent, Outcome } from '../../../model/step.ts';
import { Driver, all, kernelOf, service, short, threadOf } from '../test-kernel.ts';
import { extentOf } from '../plan.ts';
import { spacious } from '../test-services.ts';

const limits = { ...spacious, frames: 8, tables: 5, pages: 16, image: 1 };
const client = threadOf(0, limits);

const archs = Object.values(translators).flatMap(({ name }) => (name === 'abstract' ? [] : [name]));

const vmm = (name: string) => `vmm.VMM.${name}`;
const flags = { read: 1n, write: 2n, execute: 4n, commit: 8n } as const;
const data = flags.read + flags.write;

/** An outcome without the code of a fault, which is the architecture's own. */
const shortly = (outcome: Outcome | undefined): string =>
  outcome?.kind === 'done' && outcome.result.kind === 'accessed'
    ? String(outcome.result.value)
    : short(outcome);

/** What a process does with its memory, and what became of each. */
const storyOn = (machine: MachineDesign): readonly string[] => {
  const driver = new Driver(kernelOf(all, { limits, machine }));
  const told: string[] = [];
  const act = (intent: Intent): void => {
    told.push(shortly(driver.act(client, intent).outcome));
  };
  const complete = (): void => {
    for (const core of driver.kernel.invalidating(driver.state))
      driver.step({ kind: 'completeInvalidation', core });
  };
  const allocated = (asked: bigint, addr = 0n): bigint => {
    const fields = { addr, size: 4096n, flags: asked + flags.commit };
    const va = driver.done(client, vmm('Allocate'), fields).get('va');
    if (typeof va !== 'bigint') throw new Error('no address was told');
    return va;
  };
  act({ kind: 'fetch', address: 0x10000 });
  act({ kind: 'store', address: 0x11000, value: 5 });
  act({ kind: 'load', address: 0x11000 });
  const va = allocated(data);
  act({ kind: 'store', address: Number(va), value: 7 });
  act({ kind: 'load', address: Number(va) });
  act(service(vmm('Protect'), { va, size: 4096n, flags: flags.read }));
  complete();
  act({ kind: 'load', address: Number(va) });
  act(service(vmm('Free'), { va }));
  complete();
  const again = allocated(flags.read);
  act({ kind: 'load', address: Number(again) });
  const far = allocated(data, 0x4000_0000n);
  act({ kind: 'store', address: Number(far) + 8, value: 9 });
  act({ kind: 'load', address: Number(far) + 8 });
  act({ kind: 'store', address: Number(again), value: 1 });
  return told;
};

interface Subject {
  readonly name: string;
  readonly of: MachineChoice;
  readonly design: MachineDesign;
}

const twoCores: MachineChoice = { cores: 2, shootdown: 'delayed' };
const choices: readonly MachineChoice[] = [{ cores: 1, shootdown: 'immediate' }, twoCores];

const subjects: readonly Subject[] = [
  ...choices.flatMap((of) =>
    archs.map((name) => ({ name: `${name}, ${of.shootdown}`, of, design: machineFor(name, of) })),
  ),
  ...boardNames.map((name) => ({
    name,
    of: { cores: boards[name].cores, shootdown: 'delayed' } as const,
    design: boardMachine(boards[name], 'delayed').design,
  })),
];

describe('a kernel on a machine of tables', () => {
  it('is compared where memory is written, changes its rights, comes back and faults [MEM-2]', () => {
    expect(storyOn(abstractMachine(twoCores))).toEqual([
      ...['0', '5', '5', '7', '7', 'blocked', '7', 'done', '0', '9', '9', 'faulted'],
    ]);
  });

  it.each(subjects)('serves memory as on the abstract machine: $name [MEM-2]', ({ of, design }) => {
    expect(storyOn(design)).toEqual(storyOn(abstractMachine(of)));
  });
});

describe('the RAM of a board', () => {
  const { imx27 } = boards;
  const demand = { spaces: 6, frames: 8, tables: 5, domains: 6 };

  it('is asked for what a kernel needs of its machine [MEM-6]', () => {
    const asked = extentOf(solutionWith(all), limits).demand;

    expect(asked).toEqual(demand);
    expect(() => kernelOf(all, { limits, machine: boardMachine(imx27).design })).not.toThrow();
  });

  it('has room for small shares [MEM-6]', () => {
    expect(boardMachine(imx27).findShortage(demand)).toBeUndefined();
  });

  it('is told to be too small for large ones [MEM-6]', () => {
    const large = { ...demand, frames: 8192 };

    expect(boardMachine(imx27).findShortage(large)).toEqual({
      needed: 6 * (8192 * 4096 + 0xc000),
      there: 0x8000000,
    });
  });

  it.each(boardNames)('holds the shares of every space: %s [MEM-6]', (name) => {
    const { size, frame } = boardMachine(boards[name]).design(demand);
    const last = frame(demand.spaces - 1, demand.frames - 1) + 4095;
    const holds = boards[name].map.find(
      ({ base, bytes }) => base <= frame(0, 0) && last < base + bytes,
    );

    expect(size.cores).toBe(boards[name].cores);
    expect(holds?.holds).toBe('ram');
  });
});
