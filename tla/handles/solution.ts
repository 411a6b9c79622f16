import type { Topology } from '../init-text.ts';
import { filesOf } from '../laid-out.ts';
import { policyHead } from '../policy-head.ts';

/** Processes that lend each other handles, over channels that form no circle; and their limits. */
export interface HandlesTopology extends Topology {
  /** Who begins with a badge, to mark what it copies and sends. */
  readonly badged: readonly string[];
  /** Who makes resources that it lends. */
  readonly makers: readonly string[];
  /** Entries of one process's table, those included that it begins with. */
  readonly table: number;
  /** Resources that one process may have made at a time, its badge included. */
  readonly resources: number;
  /** Handles in one table that one channel has brought there. */
  readonly transfers: number;
  /** The rights that a copy is narrowed to, and those that are lent. */
  readonly masks: { readonly copy: readonly Mask[]; readonly send: readonly Mask[] };
}

/** The rights that the twin speaks of, out of those that a handle has. */
export const rightNames = ['copy', 'transfer'] as const;

export type Right = (typeof rightNames)[number];

export type Mask = readonly Right[];

/**
 * The solution of the twin Handles: every process serves every other, and a message and its answer
 * each carry a handle or none.
 */
const interfaceText = `package t.Lend
interface {
    Pass(in Handle given, out Handle back);
}
`;

const classText = (name: string): string => `entity t.${name}
endpoints { lend : t.Lend }
`;

/** The PSL of the policy; the module's side is HandlesPolicy.tla. */
const policyText = (classes: readonly string[]): string => `${policyHead(classes)}
policy object use : Flow {
    type State = "new" | "lent"
    config = {
        states      : ["new", "lent"],
        initial     : "new",
        transitions : { "new" : ["lent"], "lent" : ["lent"] }
    }
}

execute { grant () }
request { grant () }
response { grant () }

response src=kl.core.Core endpoint=handle.Handle method=CreateUserObject {
    choice (message.handle.handle) {
        0 : grant ()
        _ : use.init { sid : message.handle.handle }
    }
}
request endpoint=handle.Handle method=RevokeSubtree {
    choice (message.handle.handle) {
        0 : grant ()
        _ : use.allow { sid : message.handle.handle, states : ["lent"] }
    }
}
request method=Pass {
    choice (message.given.handle) {
        0 : grant ()
        _ : choice (message.given.rights & 3) {
            0 : deny ()
            _ : use.enter { sid : message.given.handle, state : "lent" }
        }
    }
}
response method=Pass {
    choice (message.back.handle) {
        0 : grant ()
        _ : choice (message.back.rights & 3) {
            0 : deny ()
            _ : use.enter { sid : message.back.handle, state : "lent" }
        }
    }
}
`;

/** The files of the solution. */
export const handlesFiles = (topology: HandlesTopology): ReadonlyMap<string, string> =>
  filesOf(topology, { path: 't/Lend.idl', idl: interfaceText, edl: classText, psl: policyText });
