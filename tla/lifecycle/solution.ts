import { initText } from '../init-text.ts';
import { policyHead } from '../policy-head.ts';

/** What a process of the init description creates: the name of a process, and the class. */
export type Kind = readonly [name: string, className: string];

/** The class of an image that is installed, and a number that stands for its bytes. */
export type ImageKind = readonly [className: string, digest: number];

/** Processes that create, load, start and end others; and their limits. */
export interface LifecycleTopology {
  /** Those of the init description, each of the class of the same letter. */
  readonly processes: readonly string[];
  /** What each of these creates: those that create nothing are absent. */
  readonly makers: Readonly<Record<string, readonly Kind[]>>;
  /** Who never ends, closes a handle or installs an image by himself. */
  readonly steady: readonly string[];
  /** Who holds whom from the beginning, and may do everything with him, or only ask. */
  readonly known: readonly (readonly [
    holder: string,
    held: string,
    rights: 'everything' | 'asking',
  ])[];
  /** Of which process each of these holds the image in the ROM from the beginning. */
  readonly files: Readonly<Record<string, string>>;
  readonly images: readonly ImageKind[];
  /** Which of the created processes, by their places, are joined. */
  readonly links: readonly (readonly [client: string, server: string])[];
  /** Processes that one of the init description may have created at a time. */
  readonly share: number;
  /** Entries of one process's table. */
  readonly table: number;
  /** Resources that one process may have made at a time: an image, or channels. */
  readonly resources: number;
  /** With what processes exit, and by what they fail. */
  readonly statuses: readonly number[];
  readonly codes: readonly number[];
}

/** The classes of processes that are created: of R the policy lets none start. */
export const childClasses = ['K', 'R'] as const;

/** What is named as a class, and the policy does not include. */
export const strangeClass = 't.Strange';

const interfaceText = `package t.Look
interface {
    Look();
}
`;

const classText = (name: string): string =>
  name === 'K'
    ? `entity t.${name}
endpoints { look : t.Look }
`
    : `entity t.${name}
`;

/** The PSL of the policy; the module's side is LifecyclePolicy.tla. */
const policyText = (initial: readonly string[], classes: readonly string[]): string => {
  return `${policyHead(classes)}
policy object duty : Flow {
    type State = "clear" | "owing"
    config = {
        states      : ["clear", "owing"],
        initial     : "clear",
        transitions : { "clear" : ["owing", "clear"], "owing" : ["clear"] }
    }
}

execute { grant () }
request { grant () }
response { grant () }

${[...initial, 'K'].map((name) => `execute dst=t.${name} { duty.init { sid : dst_sid } }`).join('\n')}
execute dst=t.R { deny () }
execute src=t.A { duty.enter { sid : src_sid, state : "owing" } }
response src=kl.core.Core dst=t.A endpoint=task.Task method=Create {
    choice (message.child.handle) {
        0 : grant ()
        _ : duty.allow { sid : dst_sid, states : ["clear"] }
    }
}
response src=kl.core.Core dst=t.A endpoint=task.Task method=GetExitStatus {
    choice (message.rc) {
        0 : duty.enter { sid : dst_sid, state : "clear" }
        _ : grant ()
    }
}
request src=t.C endpoint=task.Task method=Create {
    choice (message.eiid) {
        "t.R" : deny ()
        _     : grant ()
    }
}
request endpoint=task.Task method=Exit { duty.allow { sid : src_sid, states : ["clear"] } }
request dst=t.K method=Look { duty.enter { sid : src_sid, state : "owing" } }
response src=t.K method=Look { duty.enter { sid : dst_sid, state : "clear" } }
`;
};

/** The files of the solution. */
export const lifecycleFiles = ({ processes }: LifecycleTopology): ReadonlyMap<string, string> => {
  const initial = processes.map((name) => name.toUpperCase());
  const classes = [...initial, ...childClasses];
  return new Map([
    ['t/Look.idl', interfaceText],
    ...classes.map((name): [string, string] => [`t/${name}.edl`, classText(name)]),
    ['security.psl', policyText(initial, classes)],
    ['init.yaml', initText({ processes, channels: [] })],
  ]);
};
