import { describe, expect, it } from 'vitest';
import type { ArchName } from '../names.ts';
import type { Rights } from '../page.ts';
import { translators } from './catalogue.ts';
import { machineFor } from './design.ts';
import type { Machine } from './machine.ts';
import type { MachineState } from './state.ts';

const data: Rights = { read: true, write: true, execute: false, user: true };
const readOnly: Rights = { ...data, write: false };
const at = 0x40_0000;
const twoCores = { cores: 2, shootdown: 'delayed' } as const;

const begin = (name: ArchName, tables = 3): Machine =>
  machineFor(name, twoCores)({ spaces: 1, frames: 2, tables, domains: 0 });

const sure = (done: MachineState | string): MachineState => {
  if (typeof done === 'string') throw new Error(done);
  return done;
};

const mapped = (machine: Machine, state: MachineState, address = at, index = 0): MachineState =>
  sure(
    machine.map(state, 0, {
      address,
      physical: machine.frame(0, index),
      rights: data,
      holds: 'memory',
    }),
  );

const everywhere = { space: 0, address: 'all' } as const;
const onCore = (kind: 'load' | 'store', core = 0) => ({ core, space: 0, address: at, kind });

describe('a machine of tables', () => {
  it('uses the tables of a page that is gone when every core has forgotten it [MEM-3]', () => {
    const machine = begin('x86_64');
    const gone = sure(machine.unmap(mapped(machine, machine.initial), 0, at));
    const asked = machine.invalidate(gone, undefined, everywhere);
    const half = machine.complete(asked, 0);
    const page = { address: 0x10000, physical: machine.frame(0, 1), rights: data } as const;
    const map = (state: MachineState) => machine.map(state, 0, { ...page, holds: 'memory' });

    expect(map(gone)).toBe('noFrame');
    expect(map(half)).toBe('noFrame');
    expect(typeof map(machine.complete(half, 1))).toBe('object');
  });

  it('keeps tables that a core may still walk to, though it was asked to forget another page [MEM-3]', () => {
    const machine = begin('x86_64');
    const gone = sure(machine.unmap(mapped(machine, machine.initial), 0, at));
    const another = machine.invalidate(gone, undefined, { space: 0, address: 0x10000 });
    const done = machine.complete(machine.complete(another, 0), 1);

    expect(done.spaces).toMatchObject([{ free: [], retired: { length: 3 } }]);
  });

  it('writes accessed and dirty bits, and walks again where one is missing [ARCH-3]', () => {
    const machine = begin('x86_64');
    const state = mapped(machine, machine.initial);
    const loaded = machine.translate(state, onCore('load'), 0).next;
    const stored = machine.translate(loaded, onCore('store'), 0).next;

    expect(loaded.memory).not.toBe(state.memory);
    expect(stored.memory).not.toBe(loaded.memory);
    expect(machine.ways(loaded, onCore('load'))).toBe(2);
    expect(machine.ways(loaded, onCore('store'))).toBe(1);
    expect(machine.ways(stored, onCore('store'))).toBe(2);
  });

  it('may translate by what a core has never walked to [MEM-3]', () => {
    const machine = begin('armv8');
    const gone = sure(machine.unmap(mapped(machine, machine.initial), 0, at));
    const byTables = machine.translate(gone, onCore('load', 1), 0).walk;
    const stale = machine.translate(gone, onCore('load', 1), 1).walk;

    expect(byTables.kind).toBe('faulted');
    expect(stale).toMatchObject({ kind: 'translated', address: machine.frame(0, 0) });
  });

  it('has a page of a pair forgotten, and the other one no less [ARCH-3]', () => {
    const machine = begin('mips32', 1);
    const both = mapped(machine, mapped(machine, machine.initial), at + 0x1000, 1);
    const gone = sure(machine.unmap(both, 0, at));
    const { walk } = machine.translate(gone, { ...onCore('load'), address: at + 0x1000 }, 0);
    const asked = machine.invalidate(gone, 0, { space: 0, address: at });

    expect(walk).toMatchObject({ kind: 'translated', address: machine.frame(0, 1) });
    expect(machine.ways(gone, onCore('load'))).toBe(2);
    expect(machine.ways(asked, onCore('load'))).toBe(1);
  });

  it('has the handler look again where an entry faults [ARCH-3]', () => {
    const machine = begin('mips32', 1);
    const state = sure(machine.protect(mapped(machine, machine.initial), 0, at, readOnly));
    const again = sure(machine.protect(state, 0, at, data));
    const ends = Array.from(
      { length: machine.ways(again, onCore('store')) },
      (_, way) => machine.translate(again, onCore('store'), way).walk.kind,
    );

    expect(ends).toEqual(['translated', 'translated']);
  });

  it.each(Object.values(translators).map(({ name, addressEnd }) => [name, addressEnd] as const))(
    'maps nothing where the kernel is, and translates nothing there: %s [MEM-2]',
    (name, addressEnd) => {
      if (name === 'abstract') throw new Error('not a machine of tables');
      const machine = begin(name);
      const page = { physical: machine.frame(0, 0), rights: data, holds: 'memory' } as const;
      const last = mapped(machine, machine.initial, addressEnd - 0x1000);
      const beyond = [addressEnd, 2 ** 32 + at, 2 ** 48 + at, 2 ** 52];
      const ends = beyond.map(
        (address) => machine.translate(last, { ...onCore('load'), address }, 0).walk.kind,
      );

      expect(machine.map(machine.initial, 0, { address: addressEnd, ...page })).toBe('outOfRange');
      expect(machine.unmap(machine.initial, 0, addressEnd)).toBe('notMapped');
      expect(ends).toEqual(beyond.map(() => 'faulted'));
    },
  );

  it.each([
    ['x86', true],
    ['armv5', true],
    ['mips32', true],
    ['x86-pae', false],
    ['x86_64', false],
    ['armv7', false],
    ['armv7-lpae', false],
    ['armv8', false],
  ] as const)('executes what is written, %s: %s [BOARD-4]', (name, isExecuted) => {
    expect(translators[name].effective(data).execute).toBe(isExecuted);
  });
});
