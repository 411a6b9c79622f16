import { accessKinds, privileges } from '../access.ts';
import type { Access } from '../access.ts';
import { choiceAt, itemsAt, memberAt, objectAt, wordAt } from './fields.ts';
import type { Complain, Placed } from './fields.ts';

/** What an access of an architecture has. */
export interface Addressed {
  readonly addressBits: number;
  readonly seesPrivilege: boolean;
}

const accessAt = (of: Addressed, item: Placed, complain: Complain): Access | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const address = wordAt(memberAt(item.path, members, 'va'), of.addressBits, complain);
  const kind = choiceAt(memberAt(item.path, members, 'kind'), accessKinds, complain);
  const said = memberAt(item.path, members, 'privilege');
  const isLeftOut = said.value === undefined && !of.seesPrivilege;
  const privilege = isLeftOut ? 'kernel' : choiceAt(said, privileges, complain);
  return address === undefined || kind === undefined || privilege === undefined
    ? undefined
    : { address, kind, privilege };
};

/** The accesses of a test, in order; those that cannot be read are left out. */
export const accessesAt = (
  of: Addressed,
  placed: Placed,
  complain: Complain,
): readonly Access[] => {
  const accesses: Access[] = [];
  for (const one of itemsAt(placed, complain)) {
    const access = accessAt(of, one, complain);
    if (access !== undefined) accesses.push(access);
  }
  return accesses;
};
