import { sidOf } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { LocalHandle, Value } from '../../model/value.ts';
import { bytesBy } from '../../model/writer.ts';
import { describeContext } from '../../kss/context.ts';
import { exploring } from '../kernel.ts';
import type { Limits } from '../kernel.ts';
import { all, call, completionOf, local, recv, reply, service, short } from './test-kernel.ts';
import type { Driver, State } from './test-kernel.ts';

/** What tests of the services share: unfit handles, refusals in short, children, and what a state comes to. */

type Fields = Readonly<Record<string, Value>>;

/** Room for a few of everything: processes, threads, resources, handles. */
export const spacious: Limits = {
  ...exploring,
  processes: 2,
  threads: 2,
  resources: 4,
  handles: 16,
};

/** The null handle, written out. */
export const noHandle: Value = { kind: 'handle', sid: sidOf(0), rights: 0 };

/** Every event is granted, but an answer of one service only with a retcode. */
export const answeringOnly = (name: string, rc: number): string => {
  const dot = name.lastIndexOf('.');
  return `${all} response src=kl.core.Core endpoint=${name.slice(0, dot)} method=${name.slice(dot + 1)} { assert (message.rc == ${String(rc)}) }`;
};

/** A Flow object that gives a SID the state `shut`, and every event granted. */
export const gate = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["open"] } }
}
${all}
`;

/** The SIDs to which the object of `gate` has given a state, and which. */
export const gateOf = ({ context }: State): unknown => {
  const described = describeContext(context);
  return typeof described === 'object' && described !== null && 'objects' in described
    ? described.objects
    : undefined;
};

/** A service in short: its outcome, and whether the objects are the very ones that were before. */
export const tried = (
  driver: Driver,
  by: ThreadId,
  name: string,
  fields: Fields = {},
): { readonly outcome: string; readonly same: boolean } => {
  const { outcome, next } = driver.act(by, service(name, fields));
  return { outcome: short(outcome), same: next.objects === driver.before.objects };
};

/** What `tried` gives for a refusal after which nothing has changed. */
export const refusedFor = (because: string) => ({ outcome: `refused ${because}`, same: true });

/**
 * Handles of a thread's process that cannot be used as one that it holds can: none, one that was revoked,
 * one of another type, and a copy with the right to copy alone. They take three places of its table.
 */
export const faultyHandles = (driver: Driver, by: ThreadId, handle: number) => {
  const copied = (number: number, mask: bigint): number =>
    driver.handle(
      by,
      'handle.Handle.Copy',
      { inHandle: local(number), newRightsMask: mask },
      'outHandle',
    );
  const rightsMissing = local(copied(handle, 0x1n));
  const parent = copied(handle, 0xffff_ffffn);
  const handleRevoked = local(copied(parent, 0xffff_ffffn));
  driver.done(by, 'handle.Handle.Revoke', { handle: local(parent) });
  return { badHandle: noHandle, handleRevoked, wrongType: local(0), rightsMissing };
};

/** The reasons of `faultyHandles`. */
export const handleFaults = ['badHandle', 'handleRevoked', 'wrongType', 'rightsMissing'] as const;

/** What a process holds: the number, the SID, the rights, the parent, and whether it is live, of each handle. */
export const handlesOf = ({ kernel, state }: Driver, process: number) =>
  kernel
    .facts(state)
    .handles.filter((handle) => handle.process === process)
    .map(({ number, sid, rights, parent, live }) => ({ number, sid, rights, parent, live }));

/** The kinds of what a process has made. */
export const kindsOf = ({ kernel, state }: Driver, owner: number): readonly string[] =>
  kernel
    .facts(state)
    .resources.filter((resource) => resource.owner === owner)
    .map(({ kind }) => kind);

/** The SID of what a handle names. */
export const sidBy = (driver: Driver, by: ThreadId, handle: number): number =>
  Number(driver.done(by, 'handle.Handle.GetSidByHandle', { handle: local(handle) }).get('sid'));

/** A handle to a new process of a class, loaded with a file of the ROM. */
export const loadedChild = (
  driver: Driver,
  by: ThreadId,
  { name = 'kid', eiid = 't.Server', path = 'Server', flags = 0n } = {},
): number => {
  const task = driver.handle(by, 'task.Task.Create', { name, eiid, path, flags }, 'child');
  load(driver, by, task, path);
  return task;
};

/** Loads a process with a file of the ROM. */
export const load = (driver: Driver, by: ThreadId, task: number, path: string): void => {
  const file = driver.handle(by, 'fs.FS.Open', { path }, 'file');
  driver.done(by, 'task.Task.LoadSeg', { task: local(task), image: local(file) });
  driver.done(by, 'handle.Handle.Close', { handle: local(file) });
};

/** A handle to a new process that runs. */
export const startedChild = (
  driver: Driver,
  by: ThreadId,
  more: Parameters<typeof loadedChild>[2] = {},
): number => {
  const task = loadedChild(driver, by, more);
  driver.done(by, 'task.Task.Resume', { task: local(task) });
  return task;
};

/** The client sends a handle by `Send`, and the server answers; the number that it has there. */
export const sendHandle = (
  driver: Driver,
  client: ThreadId,
  server: ThreadId,
  handle: LocalHandle,
): number => {
  driver.act(server, recv);
  const taken = completionOf(driver.act(client, call('Send', { handle })), server);
  driver.act(server, reply());
  const value =
    taken?.kind === 'done' && taken.result.kind === 'received'
      ? (taken.result.message.fields.get('handle') ?? null)
      : null;
  if (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'localHandle'
  )
    return value.number;
  throw new Error('no handle arrived');
};

/** How far the processes are in their lives, by name. */
export const stagesOf = ({ state }: Driver): Readonly<Record<string, string>> =>
  Object.fromEntries(
    state.objects.processes.list.flatMap((process) =>
      process === undefined ? [] : [[process.name, process.stage.kind] as const],
    ),
  );

/** The canonical bytes of a whole state, part by part. */
export const bytesOf = ({ kernel, state }: Driver): ReadonlyMap<string, string> =>
  new Map(
    kernel.components.map(({ name, write }) => {
      const bytes = bytesBy((writer) => {
        write(state, writer);
      });
      return [name, bytes] as const;
    }),
  );
