import type { Machine } from './machine.ts';
import type { MachineState } from './state.ts';
import { machineOf } from './make-machine.ts';
import type { Make } from './test-law-runs.ts';
import type { Space, Translator } from './translator.ts';

/** Machines with a hole each, of any translator. */

const by =
  (translator: Translator): Make =>
  (size) =>
    machineOf(translator, size);

const changed =
  (translator: Translator, change: (machine: Machine) => Partial<Machine>): Make =>
  (size) => {
    const machine = machineOf(translator, size);
    return { ...machine, ...change(machine) };
  };

/** A space whose retired tables may be used again. */
export const reusable = (space: Space): Space =>
  space.kind === 'tables'
    ? { ...space, free: [...space.retired, ...space.free], retired: [] }
    : space;

const withReusable = (state: MachineState): MachineState => ({
  ...state,
  spaces: state.spaces.map(reusable),
});

/** What is wrong, by its name. */
export const holesOf = (
  translator: Translator,
): readonly (readonly [what: string, make: Make])[] => [
  [
    'pages are mapped writable',
    by({
      ...translator,
      map: (memory, space, number, page) =>
        translator.map(memory, space, number, {
          ...page,
          rights: { ...page.rights, write: true },
        }),
    }),
  ],
  [
    'rights are never taken away',
    by({
      ...translator,
      protect: (memory, space, number, address, rights) => {
        const done = translator.protect(memory, space, number, address, rights);
        return typeof done === 'string' ? done : { memory, space, stale: [] };
      },
    }),
  ],
  [
    'an unmap leaves the entry',
    by({
      ...translator,
      unmap: (memory, space, number, address) => {
        const done = translator.unmap(memory, space, number, address);
        return typeof done === 'string' ? done : { memory, space, stale: [] };
      },
    }),
  ],
  ['an invalidation does nothing', changed(translator, () => ({ invalidate: (state) => state }))],
  [
    'a core that is asked to forget does not',
    changed(translator, () => ({
      complete: (state, core) => ({
        ...state,
        cores: state.cores.map((one, index) => (index === core ? { ...one, pending: [] } : one)),
      }),
    })),
  ],
];

/** Tables are used again while a core has still to forget them; no hole where software fills the TLB. */
export const usingTablesEarly = (translator: Translator): Make =>
  changed(translator, (machine) => ({
    unmap: (state, space, address) => {
      const done = machine.unmap(state, space, address);
      return typeof done === 'string' ? done : withReusable(done);
    },
  }));

/** Tables are used again when no core has anything to forget, also if it was asked to forget something else. */
export const usingTablesOnceNothingIsPending = (translator: Translator): Make =>
  changed(translator, (machine) => {
    const settled = (state: MachineState): MachineState =>
      state.cores.every(({ pending }) => pending.length === 0) ? withReusable(state) : state;
    return {
      invalidate: (state, core, what) => settled(machine.invalidate(state, core, what)),
      complete: (state, core) => settled(machine.complete(state, core)),
    };
  });
