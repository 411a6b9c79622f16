import { processId } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { SecurityEvent, Subject } from '../../model/security.ts';
import type { Party } from '../../kernel/mediate.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type { Channel, Process, Solution } from '../../solution/solution.ts';

type Known = Extract<Subject, { readonly kind: 'known' }>;

/** Who plays in a sequence: its subjects as processes, and the channels that they need. */
export interface Cast {
  /** The solution with these processes and channels in place of its own. */
  readonly solution: Solution;
  /** Absent for a name that stands for nobody. */
  readonly partyOf: (subject: Subject | undefined) => Party | undefined;
  /** Who has the SID in the sequence. */
  readonly findProcess: (sid: Sid) => ProcessId | undefined;
  /** `c ~> rail.Barrier`, in the order in which they are needed. */
  readonly channels: readonly string[];
}

const isProcess = ({ className }: Known): boolean =>
  className !== kernelClass && className !== einitClass;

const castIn = ({ source, destination }: SecurityEvent): readonly Known[] =>
  [source, destination].flatMap((subject) =>
    subject?.kind === 'known' && isProcess(subject) ? [subject] : [],
  );

const processesOf = (solution: Solution, subjects: ReadonlyMap<Sid, Known>): readonly Process[] => {
  const names = new Map<string, number>();
  return [...subjects.values()].map(({ name, className }, index) => {
    const before = names.get(name) ?? 0;
    names.set(name, before + 1);
    const own = solution.processes.find((process) => process.name === name);
    return {
      id: processId(index),
      name: before === 0 ? name : `${name}'${String(before + 1)}`,
      className,
      program: own?.program ?? { path: className, args: [], env: new Map() },
      at: own?.at ?? { file: solution.policy.file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    };
  });
};

/** Client and server of what goes over a channel. */
const endsOf = ({ kind, source, destination }: SecurityEvent): readonly (Subject | undefined)[] => {
  if (kind === 'request') return [source, destination];
  return kind === 'response' || kind === 'error' ? [destination, source] : [];
};

const idAmong =
  (sids: readonly Sid[]) =>
  (subject: Subject | undefined): ProcessId | undefined => {
    const found = subject?.kind === 'known' ? sids.indexOf(subject.sid) : -1;
    return found < 0 ? undefined : processId(found);
  };

const channelsOf = (
  events: readonly SecurityEvent[],
  processes: readonly Process[],
  idOf: (subject: Subject | undefined) => ProcessId | undefined,
): readonly Channel[] => {
  const made = new Map<string, Channel>();
  for (const event of events) {
    const [client, server] = endsOf(event).map(idOf);
    const [from, to] = [processes[client ?? -1], processes[server ?? -1]];
    if (from === undefined || to === undefined || from === to) continue;
    const name = `${from.name} ~> ${to.name}`;
    if (!made.has(name)) made.set(name, { name, client: from.id, server: to.id, at: from.at });
  }
  return [...made.values()];
};

/** Who plays in a sequence of events. */
export const castOf = (solution: Solution, events: readonly SecurityEvent[]): Cast => {
  const subjects = new Map(events.flatMap(castIn).map((subject) => [subject.sid, subject]));
  const processes = processesOf(solution, subjects);
  const idOf = idAmong([...subjects.keys()]);
  const channels = channelsOf(events, processes, idOf);
  return {
    solution: {
      ...solution,
      processes,
      channels,
      automata: new Map(),
      contracts: new Map(),
      objectives: [],
    },
    channels: channels.map(({ name }) => name),
    findProcess: (sid) => idAmong([...subjects.keys()])(subjects.get(sid)),
    partyOf: (subject) => {
      if (subject?.kind !== 'known') return undefined;
      if (subject.className === kernelClass) return 'kernel';
      return subject.className === einitClass ? 'einit' : idOf(subject);
    },
  };
};
