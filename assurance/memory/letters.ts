import type { ProcessId } from '../../model/ids.ts';
import { handleId } from '../../model/ids.ts';
import type { Action, Intent } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { Facts, Kernel } from '../../kernel/kernel.ts';
import { lend, service } from '../../properties/generate/belongings.ts';
import { accessAs } from '../../properties/generate/memory.ts';
import type { PlacedIntent } from '../../properties/generate/memory.ts';

/** What a search of memory offers, beside every access that is done and every core that is to forget. */
export type MemoryLetter =
  | 'allocate data'
  | 'allocate code'
  | 'decommit'
  | 'free'
  | 'protect'
  | 'make buffer'
  | 'make buffer of pages'
  | 'map buffer'
  | 'lend buffer'
  | 'close buffer'
  | 'revoke buffer';

const size = 0x1000n;
const [data, code, commit] = [3n, 5n, 8n];

/** The word that is stored: any that is not zero tells as much. */
const stored = 1;

type Spelling = (facts: Facts, process: ProcessId) => readonly Intent[];

const ofPages =
  (spell: (va: bigint) => readonly Intent[]): Spelling =>
  ({ mappings }, process) =>
    mappings.flatMap((page) => (page.process === process ? spell(BigInt(page.address)) : []));

const ofBuffers =
  (spell: (buffer: ReturnType<typeof lend>) => readonly Intent[]): Spelling =>
  ({ handles, resources }, process) => {
    const buffers = new Set(resources.flatMap(({ sid, kind }) => (kind === 'buffer' ? [sid] : [])));
    return handles.flatMap((handle) =>
      handle.process === process && buffers.has(handle.sid) && !handle.inTransit
        ? spell(lend(handle))
        : [],
    );
  };

const spellings: Readonly<Record<MemoryLetter, Spelling>> = {
  'allocate data': () => [service('vmm.VMM.Allocate', { size, flags: data + commit })],
  'allocate code': () => [service('vmm.VMM.Allocate', { size, flags: code + commit })],
  decommit: ofPages((va) => [service('vmm.VMM.Decommit', { va, size })]),
  free: ofPages((va) => [service('vmm.VMM.Free', { va })]),
  protect: ofPages((va) =>
    [data, code].map((flags) => service('vmm.VMM.Protect', { va, size, flags })),
  ),
  'make buffer': () => [service('vmm.VMM.MdlCreate', { size, flags: data })],
  'make buffer of pages': ofPages((va) =>
    [data, code].map((flags) => service('vmm.VMM.MdlCreateFromVm', { va, size, flags })),
  ),
  'map buffer': ofBuffers((mdl) =>
    [data, code].map((flags) => service('vmm.VMM.MdlMap', { mdl, size, flags })),
  ),
  'lend buffer': ofBuffers((gift) => [
    {
      kind: 'call',
      handle: handleId(1),
      endpoint: 'store',
      method: 'Give',
      message: record([['gift', gift]]),
    },
  ]),
  'close buffer': ofBuffers((handle) => [service('handle.Handle.Close', { handle })]),
  'revoke buffer': ofBuffers((handle) => [service('handle.Handle.Revoke', { handle })]),
};

/** What one thread may do; who is sent a request takes it, and who has taken one answers. */
const intentsOf = (
  facts: Facts,
  process: ProcessId,
  serves: boolean,
  letters: readonly MemoryLetter[],
): readonly PlacedIntent[] => {
  const isAsked = facts.pending.some(({ server, taken }) => server === process && !taken);
  if (serves) return [{ kind: 'reply', as: 'response', message: emptyMessage }];
  if (isAsked) return [{ kind: 'recv' }];
  return [
    ...letters.flatMap((letter) => spellings[letter](facts, process)),
    ...facts.reach.flatMap((one) => (one.process === process ? [accessAs(one, stored, 0)] : [])),
  ];
};

/** All that may happen to memory in a state: what ready threads may do, and which cores may forget. */
export const memoryOffers = <State>(
  kernel: Kernel<State>,
  state: State,
  letters: readonly MemoryLetter[],
): readonly Action[] => {
  const facts = kernel.facts(state);
  const acting = kernel.ready(state).flatMap((by) => {
    const self = facts.threads.find(({ thread }) => thread === by);
    if (self === undefined) return [];
    return intentsOf(facts, self.process, self.serves !== undefined, letters).map(
      (intent): Action => ({ ...intent, by }),
    );
  });
  return [
    ...acting,
    ...kernel.invalidating(state).map((core): Action => ({ kind: 'completeInvalidation', core })),
  ];
};
