import type { Judged, Report, Action } from '../model/step.ts';
import type { ThreadId } from '../model/ids.ts';
import { findService, serviceEnd, unreachedEnds } from '../properties/service-ends.ts';
import { kernelClass } from '../solution/solution.ts';
import type { Solution } from '../solution/solution.ts';

/** What a search has come to of one method of an endpoint, over all processes of its class. */
export interface MethodCoverage {
  /** `rail.Barrier mech.motor.drive.Command` */
  readonly method: string;
  /** `request granted`, `response denied` …: how events of it were answered; each once. */
  readonly reached: readonly string[];
}

/** What a search has come to: of the solution's methods, and of the kernel's services. */
export interface Coverage {
  readonly methods: readonly MethodCoverage[];
  /** `rail.Logger journal.Tail: never called`: a method that was never called, granted, or answered. */
  readonly methodsUnreached: readonly string[];
  /** How services ended that were called, by programs or by processes that may do anything. */
  readonly services: readonly string[];
  /** Every other way in which a service can end; empty where a search is not over all services. */
  readonly servicesUnreached: readonly string[];
}

/** Gathers coverage, step by step, in whatever order a search makes them. */
export interface Covering {
  readonly see: (events: readonly Judged[]) => void;
  /** `nameOf` names a thread as it was before the step. */
  readonly seeStep: (action: Action, report: Report, nameOf: (thread: ThreadId) => string) => void;
  readonly done: () => Coverage;
}

/** The server's class and the method of an event over an endpoint. */
const methodOf = ({ event }: Judged): string | undefined => {
  const { kind, source, destination, endpoint, method } = event;
  const server = kind === 'request' ? destination : source;
  if (kind === 'execute' || kind === 'security' || server?.kind !== 'known') return undefined;
  return `${server.className} ${endpoint ?? ''}.${method ?? ''}`;
};

/** What never came about of a method, if anything: each stands upon the one before. */
const lacking = (reached: ReadonlySet<string>): string | undefined => {
  if (!reached.has('request granted') && !reached.has('request denied')) return 'never called';
  if (!reached.has('request granted')) return 'never granted';
  return reached.has('response granted') || reached.has('error granted')
    ? undefined
    : 'never answered';
};

/** The answers of services that were judged in a step, for waits that it ended. */
const answersIn = (events: readonly Judged[]): readonly Judged['event'][] =>
  events.flatMap(({ event }) =>
    event.kind === 'response' && event.source.name === kernelClass ? [event] : [],
  );

/**
 * The service that a wait was for which a step ended: its answer was judged in that step. Of a process that has
 * several threads in services at once it may be another one's.
 */
const waitedFor = (answers: readonly Judged['event'][], process: string): string | undefined => {
  const answer = answers.find(({ destination }) => destination?.name === process);
  return answer === undefined ? undefined : `${answer.endpoint ?? ''}.${answer.method ?? ''}`;
};

/** The methods that processes of a solution offer. */
const offered = ({ classes, processes }: Solution): readonly string[] =>
  [...new Set(processes.map(({ className }) => className))].flatMap(
    (name) =>
      classes
        .get(name)
        ?.endpoints.flatMap((endpoint) =>
          endpoint.interface.methods.map((method) => `${name} ${endpoint.name}.${method.name}`),
        ) ?? [],
  );

export const covering = (solution: Solution, services: boolean): Covering => {
  const methods = new Map(offered(solution).map((method) => [method, new Set<string>()]));
  const ends = new Set<string>();
  const see = (events: readonly Judged[]): void => {
    for (const judged of events) {
      const method = methodOf(judged);
      if (method === undefined) continue;
      methods.get(method)?.add(`${judged.event.kind} ${judged.verdict.kind}`);
    }
  };
  return {
    see,
    seeStep: (action, report, nameOf) => {
      see(report.events);
      const service = findService(action, report.events);
      if (service !== undefined && report.outcome.kind !== 'blocked') {
        ends.add(serviceEnd(service, report.outcome));
      }
      if (report.completions.length === 0) return;
      const answers = answersIn(report.events);
      if (answers.length === 0) return;
      for (const { of, outcome } of report.completions) {
        const waited = waitedFor(answers, nameOf(of));
        if (waited !== undefined) ends.add(serviceEnd(waited, outcome));
      }
    },
    done: () => ({
      methods: [...methods].map(([method, reached]) => ({ method, reached: [...reached].sort() })),
      methodsUnreached: [...methods].flatMap(([method, reached]) => {
        const why = lacking(reached);
        return why === undefined ? [] : [`${method}: ${why}`];
      }),
      services: [...ends].sort(),
      servicesUnreached: services ? unreachedEnds(ends) : [],
    }),
  };
};
