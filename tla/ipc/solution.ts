import type { Topology } from '../init-text.ts';
import { filesOf } from '../laid-out.ts';
import { policyHead } from '../policy-head.ts';
import type { Limit } from './limits.ts';

/** Processes, and how their waits may end before what they wait for. */
export interface IpcTopology extends Topology {
  /** How each process limits its waits, besides not at all. */
  readonly limits: Readonly<Record<string, readonly Limit[]>>;
  /** Ticks that a wait can be told apart by. */
  readonly ticks: number;
  readonly msecsPerTick: number;
  /** Processes that may end themselves, and that may fault. */
  readonly exits: readonly string[];
  readonly traps: readonly string[];
}

/**
 * The solution of the twin Ipc: every process serves every method, so that any may serve any.
 * The module's side of the policy is IpcPolicy.tla.
 */
const interfaceText = `package t.Gate
interface {
    Open(in UInt8 x);
    Close(in UInt8 x);
    Look(in UInt8 x);
}
`;

const classText = (name: string): string => `entity t.${name}
endpoints { gate : t.Gate }
`;

/** The PSL of the policy; `t.S` is the class of the server "s". */
const policyText = (classes: readonly string[]): string => `${policyHead(classes)}
policy object gate : Flow {
    type State = "shut" | "ajar" | "open"
    config = {
        states      : ["shut", "ajar", "open"],
        initial     : "shut",
        transitions : { "shut" : ["ajar"], "ajar" : ["open"], "open" : ["shut"] }
    }
}

execute { grant () }
execute src=Einit dst=t.S { gate.init { sid : dst_sid } }

request method=Look { grant () }
request dst=t.S method=Open {
    choice (gate.query { sid : dst_sid }) {
        "shut" : gate.enter { sid : dst_sid, state : "ajar" }
        "ajar" : gate.enter { sid : dst_sid, state : "open" }
        _      : deny ()
    }
}
request dst=t.S method=Close { gate.enter { sid : dst_sid, state : "shut" } }

response method=Look { grant () }
response method=Open { grant () }
response src=t.S method=Open { gate.allow { sid : src_sid, states : ["shut", "ajar"] } }
error src=t.S { grant () }

request dst=kl.core.Core { grant () }
response src=kl.core.Core { grant () }
request src=t.S dst=kl.core.Core endpoint=task.Task method=Exit {
    gate.allow { sid : src_sid, states : ["shut"] }
}
`;

/** The files of the solution. */
export const ipcFiles = (topology: IpcTopology): ReadonlyMap<string, string> =>
  filesOf(topology, { path: 't/Gate.idl', idl: interfaceText, edl: classText, psl: policyText });
