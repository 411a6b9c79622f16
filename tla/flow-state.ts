import type { Sid } from '../model/ids.ts';
import { record } from '../model/value.ts';
import type { Context } from '../kss/context.ts';

/** The state that a Flow object of the policy has for a SID; `none` if it has none. */
export const flowState = ({ objects }: Context, object: string, sid: Sid): string => {
  const state = objects.get(object)?.expression('query', record([['sid', BigInt(sid)]]));
  return state?.kind === 'value' && typeof state.value === 'string' ? state.value : 'none';
};
