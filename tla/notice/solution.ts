import { initText } from '../init-text.ts';
import type { Topology } from '../init-text.ts';
import { policyHead } from '../policy-head.ts';
import { eventBits } from './events.ts';
import type { EventName, Mask } from './events.ts';

/** The rights that the twin speaks of, out of those that a handle has. */
export const rightNames = ['getEvent', 'setEvent'] as const;

export type Right = (typeof rightNames)[number];

/** What a thread may try, by the module's names. */
export const serviceNames = [
  'Create',
  'Subscribe',
  'Unsubscribe',
  'GetEvent',
  'SetEvent',
  'Drop',
  'Close',
  'Revoke',
  'Trap',
] as const;

export type ServiceName = (typeof serviceNames)[number];

/** For how long a thread waits: for more than any wait lasts, which counts as the longest, or for ever. */
export type Lasting = 'longest' | 'forever';

/** A thread of a process, what it tries, and for how long it waits. */
export interface ThreadRole {
  readonly of: string;
  readonly does: readonly ServiceName[];
  readonly lasts: readonly Lasting[];
}

/** A handle that the first process lends another, over their channel, before anything is compared. */
export interface Lent {
  readonly to: string;
  /** Its badge, or its object, which bears the badge then. */
  readonly what: 'badge' | 'object';
  readonly rights: readonly Right[];
}

/** What a process subscribes to: which kind, its own number, and the events that count. */
export interface Asked {
  readonly by: string;
  readonly kind: 'badge' | 'object' | 'receiver';
  readonly id: number;
  readonly mask: Mask;
}

/**
 * The first process makes a badge and an object, and lends them to others, which are its servers; some
 * processes subscribe and wait.
 */
export interface NoticeTopology extends Topology {
  /** In the order of the processes; each has one at least. */
  readonly threads: readonly ThreadRole[];
  readonly lent: readonly Lent[];
  readonly asks: readonly Asked[];
  /** What the provider of an object says to have happened. */
  readonly sets: readonly Mask[];
  /** Entries of one process's table, those included that it begins with. */
  readonly table: number;
  /** Resources that one process may have made at a time. */
  readonly resources: number;
  /** Entries of one receiver. */
  readonly subscriptions: number;
  /** Units: ticks that a wait can be told apart by. */
  readonly ticks: number;
}

const interfaceText = `package t.Lend
interface {
    Pass(in Handle given);
}
`;

const classText = (name: string): string => `entity t.${name}
endpoints { lend : t.Lend }
`;

const alarm: EventName = 'alarm';

/** The PSL of the policy; the module's side is NoticePolicy.tla. */
const policyText = (classes: readonly string[]): string => `${policyHead(classes)}
policy object mode : Flow {
    type State = "calm" | "alarmed"
    config = {
        states      : ["calm", "alarmed"],
        initial     : "calm",
        transitions : { "calm" : ["alarmed", "calm"], "alarmed" : ["calm"] }
    }
}

execute { grant () }
request { grant () }
response { grant () }

response src=kl.core.Core endpoint=handle.Handle method=CreateBadge { mode.init { sid : src_sid } }
request endpoint=notice.Notice method=SubscribeToObject {
    mode.allow { sid : dst_sid, states : ["calm"] }
}
request endpoint=notice.Notice method=SetObjectEvent {
    mode.allow { sid : dst_sid, states : ["calm"] }
}
response src=kl.core.Core endpoint=notice.Notice method=GetEvent {
    choice (message.eventMask & ${String(eventBits[alarm])}) {
        0 : grant ()
        _ : mode.enter { sid : src_sid, state : "alarmed" }
    }
}
response src=kl.core.Core endpoint=notice.Notice method=DropAndWake {
    choice (message.rc) {
        0 : mode.enter { sid : src_sid, state : "calm" }
        _ : grant ()
    }
}
`;

/** The files of the solution. */
export const noticeFiles = (topology: NoticeTopology): ReadonlyMap<string, string> => {
  const classes = topology.processes.map((name) => name.toUpperCase());
  return new Map([
    ['t/Lend.idl', interfaceText],
    ...classes.map((name): [string, string] => [`t/${name}.edl`, classText(name)]),
    ['security.psl', policyText(classes)],
    ['init.yaml', initText(topology)],
  ]);
};
