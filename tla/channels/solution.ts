import type { Topology } from '../init-text.ts';
import { filesOf } from '../laid-out.ts';
import { policyHead } from '../policy-head.ts';

/** Processes, and the channels that they may make while they run. */
export interface ChannelsTopology extends Topology {
  /** Who may ask whom for a channel. */
  readonly asks: readonly (readonly [client: string, server: string])[];
  /** Which client begins with a handle of which server's object, to call it; a channel of the solution joins them. */
  readonly objects: readonly (readonly [client: string, server: string])[];
  readonly services: readonly string[];
  /** Beginnings of names of services. */
  readonly filters: readonly string[];
  /** Channels that one process may have made at a time. */
  readonly places: number;
  readonly traps: readonly string[];
}

/** The number of a channel that its client may not learn of. */
export const withheld = 2;

/** Numbers that servers give to channels. */
export const ids = [1, withheld] as const;

/** The solution of the twin Channels: every process serves every other, and an answer may carry a handle. */
const interfaceText = `package t.Gate
interface {
    Look(in UInt8 x, out Handle back);
}
`;

const classText = (name: string): string => `entity t.${name}
endpoints { gate : t.Gate }
`;

/** The PSL of the policy; the module's side is ChannelsPolicy.tla. */
const policyText = (classes: readonly string[]): string => `${policyHead(classes, [])}
execute { grant () }
request { grant () }
response { grant () }

response src=kl.core.Core endpoint=cm.CM method=Connect {
    choice (message.id) {
        ${String(withheld)} : deny ()
        _ : grant ()
    }
}
`;

/** The files of the solution. */
export const channelsFiles = (topology: ChannelsTopology): ReadonlyMap<string, string> =>
  filesOf(topology, { path: 't/Gate.idl', idl: interfaceText, edl: classText, psl: policyText });
