import { at } from '../../model/defect.ts';
import { handleId, sidOf } from '../../model/ids.ts';
import type { HandleId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import type { RandomStream } from '../../simulator/random.ts';
import type { Value } from '../../model/value.ts';
import { service } from './belongings.ts';
import type { HandleKind } from './belongings.ts';

/** The values that one argument of a service is drawn from. */
type Choices = readonly Value[];

const numbers = (...values: readonly bigint[]): Choices => values;

/** A handle of a kind that the argument takes. */
interface HandleOf {
  readonly handleOf: readonly HandleKind[];
}

const handleOf = (...kinds: readonly HandleKind[]): HandleOf => ({ handleOf: kinds });

const anything = handleOf('any');
const process = handleOf('process');
const thread = handleOf('thread');
const receiver = handleOf('receiver');
const word = handleOf('word');
const badge = handleOf('badge');
const image = handleOf('image', 'other');
const listener = handleOf('listener', 'other');

const masks = numbers(0xffff_ffffn, 0x3n, 0x1_0003n, 0x1_0000n, 0n);
const times = numbers(0n, 1n, 1n, 2n, 2n, 2n, 0xffff_ffffn);
const small = numbers(0n, 1n, 2n);
const addresses = numbers(0n, 0x1_0000n, 0x1_1000n, 1n);
const sizes = numbers(0x1000n, 0x2000n, 0n);
const flags = numbers(11n, 13n, 3n, 5n, 7n, 0n);
const names: Choices = ['p0', 'p1', 'p2', 'p3', 'child', 'nobody', ''];
const classes: Choices = ['g.A', 'g.B', 'g.C', 'g.D', 'g.Partial', 'g.Nothing'];
const digest: Choices = [
  { kind: 'bytes', hex: 'ab'.repeat(32) },
  { kind: 'bytes', hex: '' },
];

type Shape = readonly [service: string, parameters: Readonly<Record<string, Choices | HandleOf>>];

/** Every service of the kernel, with what its arguments are drawn from. */
const shapes: readonly Shape[] = [
  ['handle.Handle.Copy', { inHandle: anything, newRightsMask: masks, copyBadge: badge }],
  ['handle.Handle.Copy', { inHandle: anything, newRightsMask: masks }],
  ['handle.Handle.Close', { handle: anything }],
  ['handle.Handle.Revoke', { handle: anything }],
  ['handle.Handle.Revoke', { handle: handleOf('user', 'word') }],
  ['handle.Handle.RevokeSubtree', { handle: handleOf('user', 'word'), badge }],
  ['handle.Handle.CreateUserObject', { type: small, rights: masks, context: small }],
  [
    'handle.Handle.CreateUserObject',
    { type: small, rights: masks, context: small, ipcChannel: listener, riid: small },
  ],
  ['handle.Handle.CreateBadge', { context: small }],
  ['handle.Handle.GetSidByHandle', { handle: anything }],
  [
    'task.Task.Create',
    { name: ['child', 'other', 'third', 'p0', ''], eiid: classes, path: [''], flags: small },
  ],
  [
    'task.Task.Create',
    { name: ['child', 'other', 'third'], eiid: classes.slice(0, 4), path: [''] },
  ],
  ['task.Task.Open', { name: names }],
  ['task.Task.LoadSeg', { task: process, image }],
  ['task.Task.LoadSeg', { task: process, image }],
  ['task.Task.SetEnv', { task: process, name: ['a', 'b', 'c', ''], value: ['b'] }],
  ['task.Task.FreeSelfEnv', {}],
  ['task.Task.Connect', { client: process, server: process, name: ['to', 'fro'] }],
  ['task.Task.Resume', { task: process }],
  ['task.Task.Resume', { task: process }],
  ['task.Task.Exit', { status: small }],
  ['task.Task.Terminate', { task: process }],
  ['task.Task.Freeze', { task: process }],
  ['task.Task.GetExitStatus', { task: process }],
  ['task.Task.GetName', {}],
  ['task.Task.GetPath', {}],
  ['thread.Thread.Create', { entry: small, priority: numbers(8n, 40n), policy: small }],
  ['thread.Thread.OpenCurrent', {}],
  ['thread.Thread.Suspend', {}],
  ['thread.Thread.Resume', { thread }],
  ['thread.Thread.Terminate', { thread, status: small }],
  ['thread.Thread.Exit', { status: small }],
  ['thread.Thread.Wait', { thread, msecs: times }],
  ['thread.Thread.Sleep', { msecs: times.slice(0, 2) }],
  ['thread.Thread.SetPriority', { thread, priority: numbers(3n, 99n) }],
  ['thread.Thread.GetSchedPolicy', { thread }],
  ['notice.Notice.Create', {}],
  [
    'notice.Notice.SubscribeToObject',
    { notice: receiver, object: anything, eventMask: numbers(0xffff_ffffn, 0n), eventId: small },
  ],
  ['notice.Notice.UnsubscribeFromEvent', { notice: receiver, eventId: small }],
  ['notice.Notice.GetEvent', { notice: receiver, msecs: times }],
  ['notice.Notice.SetObjectEvent', { object: anything, eventMask: numbers(0x1_0000n, 1n, 0n) }],
  ['notice.Notice.DropAndWake', { notice: receiver }],
  ['sync.Sync.Alloc', {}],
  ['sync.Sync.Free', { sync: word }],
  ['sync.Sync.Wait', { sync: word, expected: numbers(0n, 1n), msecs: times }],
  ['sync.Sync.Wake', { sync: word, value: numbers(0n, 1n), count: small }],
  ['ipc.IPC.CreateSyncObject', {}],
  ['ipc.IPC.SetInterrupt', { syncHandle: handleOf('interrupt') }],
  ['ipc.IPC.ClearInterrupt', { syncHandle: handleOf('interrupt') }],
  ['cm.CM.Connect', { server: names, service: ['s'], msecs: times }],
  ['cm.CM.Listen', { filter: ['', 's', 'x'], msecs: times }],
  ['cm.CM.Accept', { client: names, service: ['s'], id: small }],
  ['cm.CM.Accept', { client: names, service: ['s'], id: small, listener }],
  ['cm.CM.Drop', { client: names, service: ['s'] }],
  ['image.Image.Install', { path: ['/x', ''], eiid: classes, digest }],
  ['image.Image.Update', { image, eiid: classes, digest }],
  ['image.Image.Remove', { image }],
  ['fs.FS.Open', { path: ['A', 'B', 'C', 'D', 'g.A', '/x'] }],
  ['fs.FS.Read', { file: handleOf('other'), offset: small, size: numbers(2n, 999n) }],
  ['fs.FS.GetEntry', { index: small }],
  ['audit.Audit.Open', { name: ['', 'other'] }],
  ['audit.Audit.Read', { handle: handleOf('log') }],
  ['audit.Audit.Close', { handle: handleOf('log') }],
  ['vmm.VMM.Allocate', { addr: addresses, size: sizes, flags }],
  ['vmm.VMM.Commit', { va: addresses, size: sizes, flags }],
  ['vmm.VMM.Decommit', { va: addresses, size: sizes }],
  ['vmm.VMM.Protect', { va: addresses, size: sizes, flags }],
  ['vmm.VMM.Free', { va: addresses }],
  ['vmm.VMM.Query', { va: addresses }],
  ['vmm.VMM.MdlCreate', { size: sizes, flags }],
  ['vmm.VMM.MdlCreateFromVm', { va: addresses, size: sizes, flags }],
  ['vmm.VMM.MdlGetSize', { mdl: anything }],
  ['vmm.VMM.MdlMap', { mdl: anything, addr: addresses, offset: small, size: sizes, flags }],
  ['vmm.VMM.MdlClone', { mdl: anything, offset: small, size: sizes }],
  ['io.IO.RegisterPort', { base: numbers(0x300n, 0n), size: numbers(8n, 0n) }],
  ['io.IO.RegisterMmio', { base: addresses, size: sizes }],
  ['io.IO.RegisterDma', { size: sizes, flags }],
  ['io.IO.RegisterIrq', { irq: small }],
  ['io.IO.PermitPort', { resource: anything }],
  ['io.IO.MapMem', { resource: anything, addr: addresses, flags }],
  ['io.IO.MapDma', { resource: anything, addr: addresses, flags }],
  ['io.IO.DmaGetInfo', { resource: anything, page: small }],
  ['io.IO.AttachIrq', { resource: anything }],
  ['io.IO.DetachIrq', { resource: anything }],
  ['io.IO.MaskIrq', { resource: anything }],
  ['io.IO.UnmaskIrq', { resource: anything }],
  ['iommu.IOMMU.Attach', { bdf: small }],
  ['iommu.IOMMU.Detach', { bdf: small }],
  ['iommu.IOMMU.CreateDomain', {}],
  ['iommu.IOMMU.AttachToDomain', { bdf: small, domain: anything }],
  ['iommu.IOMMU.MapToDomain', { domain: anything, resource: anything }],
  ['time.Time.GetTime', {}],
  ['hal.HAL.DebugWrite', { text: ['x'] }],
  ['hal.HAL.GetEnv', { name: ['a'] }],
];

/** Every service that is drawn from; a test says whether it is every service that there is. */
export const drawnServices: ReadonlySet<string> = new Set(shapes.map(([name]) => name));

/** The numbers of a process's handles of some kinds. */
export type FindHandles = (kinds: readonly HandleKind[]) => readonly HandleId[];

const nullHandle: Value = { kind: 'handle', sid: sidOf(0), rights: 0 };

const handleFor = ({ handleOf: kinds }: HandleOf, find: FindHandles, pick: RandomStream): Value => {
  const whim = pick.below(16);
  if (whim === 0) return nullHandle;
  if (whim === 1) return { kind: 'localHandle', number: handleId(40), rights: 0xffff_ffff };
  const fitting = whim < 4 ? [] : find(kinds);
  const candidates = fitting.length > 0 ? fitting : find(['any']);
  if (candidates.length === 0) return nullHandle;
  const number = at(candidates, pick.below(candidates.length));
  return { kind: 'localHandle', number, rights: 0xffff_ffff };
};

/** A call of a kernel service: which, and with what arguments, is chosen by the picker. */
export const serviceIntent = (find: FindHandles, pick: RandomStream): Intent => {
  const [name, parameters] = at(shapes, pick.below(shapes.length));
  const fields = Object.entries(parameters).map(([parameter, choices]): [string, Value] => [
    parameter,
    'handleOf' in choices
      ? handleFor(choices, find, pick)
      : at(choices, pick.below(choices.length)),
  ]);
  return service(name, Object.fromEntries(fields));
};
