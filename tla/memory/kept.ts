import type { CoreAccess } from '../../arch/machine/machine.ts';
import type { Cached } from '../../arch/machine/translator.ts';
import { Defect } from '../../model/defect.ts';
import type { AccessAction } from '../../kernel/micro/access.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { frameOf } from '../numbered.ts';
import type { Numbered } from '../numbered.ts';
import { askedOf, pageOf } from './system.ts';
import type { MemorySystem, State } from './system.ts';

const kinds = { load: 'load', store: 'store', fetch: 'execute' } as const;

const accessOf = (
  { objects }: State,
  { by, kind, address, core = 0 }: AccessAction,
): CoreAccess => ({
  core,
  space: threadOf(objects.threads, by).process,
  address,
  kind: kinds[kind],
});

/** What a core has kept that an access goes by; absent by the tables, and where there is no such thing. */
export const findKept = (
  { plan }: MemorySystem,
  state: State,
  action: AccessAction,
): Cached | undefined => {
  const { machine } = state.objects;
  const access = accessOf(state, action);
  const page = access.address - (access.address % plan.machine.pageBytes);
  const kept = machine.cores[access.core]?.cached.filter(
    ({ space, address }) => space === access.space && address === page,
  );
  return kept?.[(action.way ?? 0) - 1];
};

/** Does the hardware allow an access, in one of its ways? */
export const isAllowed = (
  { plan }: MemorySystem,
  state: State,
  action: AccessAction,
  way: number,
): boolean =>
  plan.machine.translate(state.objects.machine, accessOf(state, action), way).walk.kind ===
  'translated';

/** A translation that a core has kept, as the module names it: page, frame, rights. */
export const keptOf = (
  system: MemorySystem,
  { address, physical, by }: Cached,
): readonly [page: number, frame: Numbered, rights: string] => {
  if (by.kind !== 'page') throw new Defect('a core of the abstract machine keeps pages');
  return [pageOf(system, address), frameOf(system, physical), askedOf(by.rights)];
};
