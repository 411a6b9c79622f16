import type { EventKind } from '../../model/security.ts';
import { einitClass, kernelClass } from '../solution.ts';
import type { Channel, Endpoint, Process, ProcessClass } from '../solution.ts';
import { groupedBy } from '../grouped-by.ts';
import { startOf } from '../source.ts';
import type { Call, Expression } from '../syntax/tree/expression.ts';
import type { SelectorName } from '../syntax/tree/selectors.ts';
import type { RulePath } from './paths.ts';
import type { Report } from './report.ts';

/** What is known of events before any happens: their kind, and the values of some selectors. */
interface EventShape {
  readonly kind: EventKind;
  readonly values: Readonly<Partial<Record<SelectorName, string>>>;
}

const isConstant = (expression: Expression, value: boolean): boolean =>
  expression.kind === 'boolean' && expression.value === value;

/** A rule of Base that denies whatever the event. */
const alwaysDenies = ({ object, method, argument }: Call): boolean => {
  if ((object?.text ?? 'base') !== 'base') return false;
  if (method.text === 'assert') return isConstant(argument, false);
  return method.text === 'deny' && (argument.kind === 'unit' || isConstant(argument, true));
};

/** Could all selectors hold for such an event? Those of which nothing is known could. */
const mayCover = ({ kind, values }: EventShape, path: RulePath): boolean =>
  path.kind === kind &&
  path.where.every(({ name, value }) => (values[name] ?? value.text) === value.text);

/** Do all selectors hold for every such event? */
const mustCover = ({ values }: EventShape, path: RulePath): boolean =>
  path.where.every(({ name, value }) => values[name] === value.text);

/** Could the policy grant an event of this shape? It cannot where no rule covers it, or one denies always. */
const mayGrant = (paths: readonly RulePath[], shape: EventShape): boolean => {
  const covering = paths.filter((path) => mayCover(shape, path));
  const isDenied = covering.some(
    (path) =>
      mustCover(shape, path) &&
      path.calls.some(({ call, when }) => when === 'always' && alwaysDenies(call)),
  );
  return !isDenied && covering.some((path) => path.calls.some(({ call }) => !alwaysDenies(call)));
};

/** What the processes and channels of a solution are checked against. */
export interface StartInput {
  readonly policy: string;
  readonly executeInterface: string;
  readonly paths: readonly RulePath[];
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly processes: readonly Process[];
  readonly channels: readonly Channel[];
  readonly report: Report;
}

/** Tells of processes that no rule lets start, the kernel and Einit among them. */
const checkStarts = ({
  policy,
  executeInterface,
  paths,
  classes,
  processes,
  report,
}: StartInput): void => {
  const executes = paths.filter(({ kind }) => kind === 'execute');
  const mayStart = (src: string, dst: string): boolean => {
    const values = { src, dst, interface: executeInterface, method: 'main' };
    return mayGrant(executes, { kind: 'execute', values });
  };
  if (!classes.has(einitClass)) {
    const hint = { hint: `add "use EDL ${einitClass}"` };
    const message = `the policy does not include ${einitClass}: no process can start`;
    report.warning('PSL-028', startOf(policy), message, hint);
    return;
  }
  for (const [src, dst] of [
    [kernelClass, kernelClass],
    [kernelClass, einitClass],
  ] as const) {
    if (mayStart(src, dst)) continue;
    const message = `no rule lets ${src} start ${dst}: the system halts at boot`;
    const hint = { hint: `a rule for "execute src=${src} dst=${dst}" would` };
    report.warning('PSL-028', startOf(policy), message, hint);
  }
  for (const { name, className, at } of processes) {
    if (!classes.has(className) || mayStart(einitClass, className)) continue;
    const hint = { hint: `a rule for "execute src=${einitClass} dst=${className}" would` };
    report.warning('INIT-005', at, `no rule lets ${einitClass} start "${name}"`, hint);
  }
};

const shapeOf = (src: string, dst: string, endpoint: Endpoint, method: string): EventShape => ({
  kind: 'request',
  values: {
    src,
    dst,
    endpoint: endpoint.name,
    interface: endpoint.interface.name,
    method,
    ...(endpoint.component === undefined ? {} : { component: endpoint.component }),
  },
});

/** The paths of requests by the server that they name first, where they name one. */
type PathsByServer = ReadonlyMap<string | undefined, readonly RulePath[]>;

const requestsByServer = (paths: readonly RulePath[]): PathsByServer =>
  groupedBy(
    paths.filter(({ kind }) => kind === 'request'),
    ({ where }) => where.find(({ name }) => name === 'dst')?.value.text,
  );

/** Could any request over a channel be granted? A stub may have any endpoint and method. */
const isOpenChannel = (paths: PathsByServer, src: string, server: ProcessClass): boolean => {
  const shape: EventShape = { kind: 'request', values: { src, dst: server.name } };
  const relevant = [...(paths.get(server.name) ?? []), ...(paths.get(undefined) ?? [])].filter(
    (path) => mayCover(shape, path),
  );
  if (server.open || server.endpoints.some((endpoint) => endpoint.interface.open)) {
    return relevant.some(({ calls }) => calls.some(({ call }) => !alwaysDenies(call)));
  }
  return server.endpoints.some((endpoint) =>
    endpoint.interface.methods.some(({ name }) =>
      mayGrant(relevant, shapeOf(src, server.name, endpoint, name)),
    ),
  );
};

/** Tells of channels over which nothing can be granted. */
const checkChannels = ({ paths, classes, processes, channels, report }: StartInput): void => {
  const known = new Map<string, boolean>();
  const byServer = requestsByServer(paths);
  for (const { name, client, server, at } of channels) {
    const [from, to] = [processes[client], processes[server]];
    const serverClass = classes.get(to?.className ?? '');
    if (from === undefined || to === undefined || serverClass === undefined) continue;
    if (!classes.has(from.className)) continue;
    const key = `${from.className} ${to.className}`;
    const isOpen = known.get(key) ?? isOpenChannel(byServer, from.className, serverClass);
    known.set(key, isOpen);
    if (isOpen) continue;
    const message = `no request of "${from.name}" over "${name}" to "${to.name}" can be granted`;
    report.warning('INIT-006', at, message);
  }
};

/** Tells of what the policy lets never happen: starts, and use of channels. */
export const checkStart = (input: StartInput): void => {
  checkStarts(input);
  checkChannels(input);
};
