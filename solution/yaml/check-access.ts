import { isReading } from '../automaton.ts';
import type { AccessStep, AutomatonState, Branch } from '../automaton.ts';
import type { MessageShape } from '../link/environment.ts';
import { unsignedType } from '../link/types.ts';
import { checkEntries } from './check-entries.ts';
import type { Entries } from './check-entries.ts';
import { complain, environmentFor, told } from './program-scope.ts';
import type { Linking } from './program-scope.ts';

const word = unsignedType(32);
const address = unsignedType(64);
const port = unsignedType(16);

const entries: Readonly<Record<AccessStep['kind'], Entries>> = {
  load: { types: new Map([['address', address], ['offset', address]]), needed: ['address'] },
  store: {
    types: new Map([['address', address], ['offset', address], ['value', word]]),
    needed: ['address', 'value'],
  },
  in: { types: new Map([['port', port], ['offset', port]]), needed: ['port'] },
  out: {
    types: new Map([['port', port], ['offset', port], ['value', word]]),
    needed: ['port', 'value'],
  },
}; // prettier-ignore

/** Checks what `load { address : kept.at, offset : 4 }` and the like give. */
export const checkAccess = (linking: Linking, { kind, operands, at }: AccessStep): void => {
  told(linking, 'PRG-003', (report) => {
    const environment = environmentFor(linking, report, 'unknown');
    checkEntries(kind, operands, entries[kind], at, environment);
  });
};

/** The word that was loaded, as a branch sees it. */
export const loadedShape: MessageShape = {
  name: 'what was loaded',
  parameters: new Map([['value', word]]),
  elsewhere: new Map(),
  open: false,
};

/** A branch of accesses stands where they are made; and what loads does not store, or nobody could tell what came. */
export const checkAccessBranch = (
  linking: Linking,
  { do: steps }: AutomatonState,
  { on, at }: Branch,
): void => {
  if (on !== 'loaded' && on !== 'stored') return;
  const accesses = steps.filter((step) => 'operands' in step);
  const fitting = accesses.filter((step) => isReading(step) === (on === 'loaded'));
  if (fitting.length === 0) complain(linking, 'PRG-004', at, `nothing is ${on} in this state`);
  else if (fitting.length < accesses.length)
    complain(linking, 'PRG-004', at, 'this state loads and stores: which of them was done?');
};
