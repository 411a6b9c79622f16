// Generated from the SDK's IDL by `npm run generate`; a test says whether it is current.
/* eslint-disable max-lines -- one table, made by a program */
import type { HandleId } from '../../../model/ids.ts';
import type { RecordValue, Value } from '../../../model/value.ts';
import {
  readBigInt,
  readBytes,
  readHandle,
  readNumber,
  readText,
  writeBytes,
  writeHandle,
} from './reading.ts';

/** The request of each kernel service, by `endpoint.Method`. */
export interface Requests {
  readonly 'handle.Handle.Copy': {
    readonly inHandle: HandleId | undefined;
    readonly newRightsMask: number;
    readonly copyBadge: HandleId | undefined;
  };
  readonly 'handle.Handle.Close': { readonly handle: HandleId | undefined };
  readonly 'handle.Handle.Revoke': { readonly handle: HandleId | undefined };
  readonly 'handle.Handle.RevokeSubtree': {
    readonly handle: HandleId | undefined;
    readonly badge: HandleId | undefined;
  };
  readonly 'handle.Handle.CreateUserObject': {
    readonly type: number;
    readonly rights: number;
    readonly context: bigint;
    readonly ipcChannel: HandleId | undefined;
    readonly riid: number;
  };
  readonly 'handle.Handle.CreateBadge': { readonly context: bigint };
  readonly 'handle.Handle.GetSidByHandle': { readonly handle: HandleId | undefined };
  readonly 'task.Task.Create': {
    readonly name: string;
    readonly eiid: string;
    readonly path: string;
    readonly stackSize: number;
    readonly priority: number;
    readonly flags: number;
  };
  readonly 'task.Task.Open': { readonly name: string };
  readonly 'task.Task.LoadSeg': {
    readonly task: HandleId | undefined;
    readonly image: HandleId | undefined;
  };
  readonly 'task.Task.SetEnv': {
    readonly task: HandleId | undefined;
    readonly name: string;
    readonly value: string;
  };
  readonly 'task.Task.FreeSelfEnv': Readonly<Record<string, never>>;
  readonly 'task.Task.Connect': {
    readonly client: HandleId | undefined;
    readonly server: HandleId | undefined;
    readonly name: string;
  };
  readonly 'task.Task.Resume': { readonly task: HandleId | undefined };
  readonly 'task.Task.Exit': { readonly status: number };
  readonly 'task.Task.Terminate': { readonly task: HandleId | undefined };
  readonly 'task.Task.Freeze': { readonly task: HandleId | undefined };
  readonly 'task.Task.GetExitStatus': { readonly task: HandleId | undefined };
  readonly 'task.Task.GetName': Readonly<Record<string, never>>;
  readonly 'task.Task.GetPath': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Create': {
    readonly entry: number;
    readonly priority: number;
    readonly policy: number;
  };
  readonly 'thread.Thread.OpenCurrent': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Suspend': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Resume': { readonly thread: HandleId | undefined };
  readonly 'thread.Thread.Terminate': {
    readonly thread: HandleId | undefined;
    readonly status: number;
  };
  readonly 'thread.Thread.Exit': { readonly status: number };
  readonly 'thread.Thread.Wait': { readonly thread: HandleId | undefined; readonly msecs: number };
  readonly 'thread.Thread.Sleep': { readonly msecs: number };
  readonly 'thread.Thread.SetPriority': {
    readonly thread: HandleId | undefined;
    readonly priority: number;
  };
  readonly 'thread.Thread.GetSchedPolicy': { readonly thread: HandleId | undefined };
  readonly 'notice.Notice.Create': Readonly<Record<string, never>>;
  readonly 'notice.Notice.SubscribeToObject': {
    readonly notice: HandleId | undefined;
    readonly object: HandleId | undefined;
    readonly eventMask: number;
    readonly eventId: number;
  };
  readonly 'notice.Notice.UnsubscribeFromEvent': {
    readonly notice: HandleId | undefined;
    readonly eventId: number;
  };
  readonly 'notice.Notice.GetEvent': {
    readonly notice: HandleId | undefined;
    readonly msecs: number;
  };
  readonly 'notice.Notice.SetObjectEvent': {
    readonly object: HandleId | undefined;
    readonly eventMask: number;
  };
  readonly 'notice.Notice.DropAndWake': { readonly notice: HandleId | undefined };
  readonly 'sync.Sync.Alloc': Readonly<Record<string, never>>;
  readonly 'sync.Sync.Free': { readonly sync: HandleId | undefined };
  readonly 'sync.Sync.Wait': {
    readonly sync: HandleId | undefined;
    readonly expected: number;
    readonly msecs: number;
  };
  readonly 'sync.Sync.Wake': {
    readonly sync: HandleId | undefined;
    readonly value: number;
    readonly count: number;
  };
  readonly 'ipc.IPC.CreateSyncObject': Readonly<Record<string, never>>;
  readonly 'ipc.IPC.SetInterrupt': { readonly syncHandle: HandleId | undefined };
  readonly 'ipc.IPC.ClearInterrupt': { readonly syncHandle: HandleId | undefined };
  readonly 'cm.CM.Connect': {
    readonly server: string;
    readonly service: string;
    readonly msecs: number;
  };
  readonly 'cm.CM.Listen': { readonly filter: string; readonly msecs: number };
  readonly 'cm.CM.Accept': {
    readonly client: string;
    readonly service: string;
    readonly id: number;
    readonly listener: HandleId | undefined;
  };
  readonly 'cm.CM.Drop': { readonly client: string; readonly service: string };
  readonly 'image.Image.Install': {
    readonly path: string;
    readonly eiid: string;
    readonly digest: string;
  };
  readonly 'image.Image.Update': {
    readonly image: HandleId | undefined;
    readonly eiid: string;
    readonly digest: string;
  };
  readonly 'image.Image.Remove': { readonly image: HandleId | undefined };
  readonly 'fs.FS.Open': { readonly path: string };
  readonly 'fs.FS.Read': {
    readonly file: HandleId | undefined;
    readonly offset: number;
    readonly size: number;
  };
  readonly 'fs.FS.GetEntry': { readonly index: number };
  readonly 'audit.Audit.Open': { readonly name: string };
  readonly 'audit.Audit.Close': { readonly handle: HandleId | undefined };
  readonly 'audit.Audit.Read': { readonly handle: HandleId | undefined };
  readonly 'time.Time.GetTime': Readonly<Record<string, never>>;
  readonly 'hal.HAL.DebugWrite': { readonly text: string };
  readonly 'hal.HAL.GetEnv': { readonly name: string };
  readonly 'vmm.VMM.Allocate': {
    readonly addr: bigint;
    readonly size: bigint;
    readonly flags: number;
  };
  readonly 'vmm.VMM.Commit': { readonly va: bigint; readonly size: bigint; readonly flags: number };
  readonly 'vmm.VMM.Decommit': { readonly va: bigint; readonly size: bigint };
  readonly 'vmm.VMM.Protect': {
    readonly va: bigint;
    readonly size: bigint;
    readonly flags: number;
  };
  readonly 'vmm.VMM.Free': { readonly va: bigint };
  readonly 'vmm.VMM.Query': { readonly va: bigint };
  readonly 'vmm.VMM.MdlCreate': { readonly size: bigint; readonly flags: number };
  readonly 'vmm.VMM.MdlCreateFromVm': {
    readonly va: bigint;
    readonly size: bigint;
    readonly flags: number;
  };
  readonly 'vmm.VMM.MdlGetSize': { readonly mdl: HandleId | undefined };
  readonly 'vmm.VMM.MdlMap': {
    readonly mdl: HandleId | undefined;
    readonly addr: bigint;
    readonly offset: bigint;
    readonly size: bigint;
    readonly flags: number;
  };
  readonly 'vmm.VMM.MdlClone': {
    readonly mdl: HandleId | undefined;
    readonly offset: bigint;
    readonly size: bigint;
  };
  readonly 'io.IO.RegisterPort': { readonly base: number; readonly size: number };
  readonly 'io.IO.RegisterMmio': { readonly base: bigint; readonly size: bigint };
  readonly 'io.IO.RegisterDma': { readonly size: bigint; readonly flags: number };
  readonly 'io.IO.RegisterIrq': { readonly irq: number };
  readonly 'io.IO.PermitPort': { readonly resource: HandleId | undefined };
  readonly 'io.IO.MapMem': {
    readonly resource: HandleId | undefined;
    readonly addr: bigint;
    readonly flags: number;
  };
  readonly 'io.IO.MapDma': {
    readonly resource: HandleId | undefined;
    readonly addr: bigint;
    readonly flags: number;
  };
  readonly 'io.IO.DmaGetInfo': { readonly resource: HandleId | undefined; readonly page: number };
  readonly 'io.IO.AttachIrq': { readonly resource: HandleId | undefined };
  readonly 'io.IO.DetachIrq': { readonly resource: HandleId | undefined };
  readonly 'io.IO.MaskIrq': { readonly resource: HandleId | undefined };
  readonly 'io.IO.UnmaskIrq': { readonly resource: HandleId | undefined };
  readonly 'iommu.IOMMU.Attach': { readonly bdf: number };
  readonly 'iommu.IOMMU.Detach': { readonly bdf: number };
  readonly 'iommu.IOMMU.CreateDomain': Readonly<Record<string, never>>;
  readonly 'iommu.IOMMU.AttachToDomain': {
    readonly bdf: number;
    readonly domain: HandleId | undefined;
  };
  readonly 'iommu.IOMMU.MapToDomain': {
    readonly domain: HandleId | undefined;
    readonly resource: HandleId | undefined;
  };
}

/** What each kernel service answers, its retcode aside. */
export interface Responses {
  readonly 'handle.Handle.Copy': { readonly outHandle: HandleId };
  readonly 'handle.Handle.Close': Readonly<Record<string, never>>;
  readonly 'handle.Handle.Revoke': Readonly<Record<string, never>>;
  readonly 'handle.Handle.RevokeSubtree': Readonly<Record<string, never>>;
  readonly 'handle.Handle.CreateUserObject': { readonly handle: HandleId };
  readonly 'handle.Handle.CreateBadge': { readonly badge: HandleId };
  readonly 'handle.Handle.GetSidByHandle': { readonly sid: number };
  readonly 'task.Task.Create': { readonly child: HandleId };
  readonly 'task.Task.Open': { readonly task: HandleId };
  readonly 'task.Task.LoadSeg': Readonly<Record<string, never>>;
  readonly 'task.Task.SetEnv': Readonly<Record<string, never>>;
  readonly 'task.Task.FreeSelfEnv': Readonly<Record<string, never>>;
  readonly 'task.Task.Connect': Readonly<Record<string, never>>;
  readonly 'task.Task.Resume': Readonly<Record<string, never>>;
  readonly 'task.Task.Exit': Readonly<Record<string, never>>;
  readonly 'task.Task.Terminate': Readonly<Record<string, never>>;
  readonly 'task.Task.Freeze': Readonly<Record<string, never>>;
  readonly 'task.Task.GetExitStatus': { readonly ended: number; readonly status: number };
  readonly 'task.Task.GetName': { readonly name: string };
  readonly 'task.Task.GetPath': { readonly path: string };
  readonly 'thread.Thread.Create': { readonly thread: HandleId };
  readonly 'thread.Thread.OpenCurrent': { readonly thread: HandleId };
  readonly 'thread.Thread.Suspend': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Resume': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Terminate': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Exit': Readonly<Record<string, never>>;
  readonly 'thread.Thread.Wait': { readonly status: number };
  readonly 'thread.Thread.Sleep': Readonly<Record<string, never>>;
  readonly 'thread.Thread.SetPriority': Readonly<Record<string, never>>;
  readonly 'thread.Thread.GetSchedPolicy': { readonly policy: number; readonly priority: number };
  readonly 'notice.Notice.Create': { readonly notice: HandleId };
  readonly 'notice.Notice.SubscribeToObject': Readonly<Record<string, never>>;
  readonly 'notice.Notice.UnsubscribeFromEvent': Readonly<Record<string, never>>;
  readonly 'notice.Notice.GetEvent': { readonly eventId: number; readonly eventMask: number };
  readonly 'notice.Notice.SetObjectEvent': Readonly<Record<string, never>>;
  readonly 'notice.Notice.DropAndWake': Readonly<Record<string, never>>;
  readonly 'sync.Sync.Alloc': { readonly sync: HandleId };
  readonly 'sync.Sync.Free': Readonly<Record<string, never>>;
  readonly 'sync.Sync.Wait': Readonly<Record<string, never>>;
  readonly 'sync.Sync.Wake': { readonly woken: number };
  readonly 'ipc.IPC.CreateSyncObject': { readonly syncHandle: HandleId };
  readonly 'ipc.IPC.SetInterrupt': Readonly<Record<string, never>>;
  readonly 'ipc.IPC.ClearInterrupt': Readonly<Record<string, never>>;
  readonly 'cm.CM.Connect': { readonly handle: HandleId; readonly id: number };
  readonly 'cm.CM.Listen': { readonly client: string; readonly service: string };
  readonly 'cm.CM.Accept': { readonly handle: HandleId };
  readonly 'cm.CM.Drop': Readonly<Record<string, never>>;
  readonly 'image.Image.Install': { readonly image: HandleId };
  readonly 'image.Image.Update': Readonly<Record<string, never>>;
  readonly 'image.Image.Remove': Readonly<Record<string, never>>;
  readonly 'fs.FS.Open': { readonly file: HandleId; readonly size: number };
  readonly 'fs.FS.Read': { readonly data: string };
  readonly 'fs.FS.GetEntry': { readonly path: string };
  readonly 'audit.Audit.Open': { readonly handle: HandleId };
  readonly 'audit.Audit.Close': Readonly<Record<string, never>>;
  readonly 'audit.Audit.Read': { readonly msg: string; readonly outDropMsgs: number };
  readonly 'time.Time.GetTime': { readonly msecs: bigint };
  readonly 'hal.HAL.DebugWrite': Readonly<Record<string, never>>;
  readonly 'hal.HAL.GetEnv': { readonly value: string };
  readonly 'vmm.VMM.Allocate': { readonly va: bigint };
  readonly 'vmm.VMM.Commit': Readonly<Record<string, never>>;
  readonly 'vmm.VMM.Decommit': Readonly<Record<string, never>>;
  readonly 'vmm.VMM.Protect': Readonly<Record<string, never>>;
  readonly 'vmm.VMM.Free': Readonly<Record<string, never>>;
  readonly 'vmm.VMM.Query': {
    readonly start: bigint;
    readonly size: bigint;
    readonly flags: number;
  };
  readonly 'vmm.VMM.MdlCreate': { readonly mdl: HandleId };
  readonly 'vmm.VMM.MdlCreateFromVm': { readonly mdl: HandleId };
  readonly 'vmm.VMM.MdlGetSize': { readonly size: bigint };
  readonly 'vmm.VMM.MdlMap': { readonly va: bigint };
  readonly 'vmm.VMM.MdlClone': { readonly clone: HandleId };
  readonly 'io.IO.RegisterPort': { readonly resource: HandleId };
  readonly 'io.IO.RegisterMmio': { readonly resource: HandleId };
  readonly 'io.IO.RegisterDma': { readonly resource: HandleId };
  readonly 'io.IO.RegisterIrq': { readonly resource: HandleId };
  readonly 'io.IO.PermitPort': Readonly<Record<string, never>>;
  readonly 'io.IO.MapMem': { readonly va: bigint };
  readonly 'io.IO.MapDma': { readonly va: bigint };
  readonly 'io.IO.DmaGetInfo': { readonly address: bigint; readonly size: bigint };
  readonly 'io.IO.AttachIrq': Readonly<Record<string, never>>;
  readonly 'io.IO.DetachIrq': Readonly<Record<string, never>>;
  readonly 'io.IO.MaskIrq': Readonly<Record<string, never>>;
  readonly 'io.IO.UnmaskIrq': Readonly<Record<string, never>>;
  readonly 'iommu.IOMMU.Attach': Readonly<Record<string, never>>;
  readonly 'iommu.IOMMU.Detach': Readonly<Record<string, never>>;
  readonly 'iommu.IOMMU.CreateDomain': { readonly domain: HandleId };
  readonly 'iommu.IOMMU.AttachToDomain': Readonly<Record<string, never>>;
  readonly 'iommu.IOMMU.MapToDomain': Readonly<Record<string, never>>;
}

export const readRequest: {
  readonly [Name in keyof Requests]: (message: RecordValue) => Requests[Name];
} = {
  'handle.Handle.Copy': (message) => ({
    inHandle: readHandle(message, 'inHandle'),
    newRightsMask: readNumber(message, 'newRightsMask'),
    copyBadge: readHandle(message, 'copyBadge'),
  }),
  'handle.Handle.Close': (message) => ({ handle: readHandle(message, 'handle') }),
  'handle.Handle.Revoke': (message) => ({ handle: readHandle(message, 'handle') }),
  'handle.Handle.RevokeSubtree': (message) => ({
    handle: readHandle(message, 'handle'),
    badge: readHandle(message, 'badge'),
  }),
  'handle.Handle.CreateUserObject': (message) => ({
    type: readNumber(message, 'type'),
    rights: readNumber(message, 'rights'),
    context: readBigInt(message, 'context'),
    ipcChannel: readHandle(message, 'ipcChannel'),
    riid: readNumber(message, 'riid'),
  }),
  'handle.Handle.CreateBadge': (message) => ({ context: readBigInt(message, 'context') }),
  'handle.Handle.GetSidByHandle': (message) => ({ handle: readHandle(message, 'handle') }),
  'task.Task.Create': (message) => ({
    name: readText(message, 'name'),
    eiid: readText(message, 'eiid'),
    path: readText(message, 'path'),
    stackSize: readNumber(message, 'stackSize'),
    priority: readNumber(message, 'priority'),
    flags: readNumber(message, 'flags'),
  }),
  'task.Task.Open': (message) => ({ name: readText(message, 'name') }),
  'task.Task.LoadSeg': (message) => ({
    task: readHandle(message, 'task'),
    image: readHandle(message, 'image'),
  }),
  'task.Task.SetEnv': (message) => ({
    task: readHandle(message, 'task'),
    name: readText(message, 'name'),
    value: readText(message, 'value'),
  }),
  'task.Task.FreeSelfEnv': () => ({}),
  'task.Task.Connect': (message) => ({
    client: readHandle(message, 'client'),
    server: readHandle(message, 'server'),
    name: readText(message, 'name'),
  }),
  'task.Task.Resume': (message) => ({ task: readHandle(message, 'task') }),
  'task.Task.Exit': (message) => ({ status: readNumber(message, 'status') }),
  'task.Task.Terminate': (message) => ({ task: readHandle(message, 'task') }),
  'task.Task.Freeze': (message) => ({ task: readHandle(message, 'task') }),
  'task.Task.GetExitStatus': (message) => ({ task: readHandle(message, 'task') }),
  'task.Task.GetName': () => ({}),
  'task.Task.GetPath': () => ({}),
  'thread.Thread.Create': (message) => ({
    entry: readNumber(message, 'entry'),
    priority: readNumber(message, 'priority'),
    policy: readNumber(message, 'policy'),
  }),
  'thread.Thread.OpenCurrent': () => ({}),
  'thread.Thread.Suspend': () => ({}),
  'thread.Thread.Resume': (message) => ({ thread: readHandle(message, 'thread') }),
  'thread.Thread.Terminate': (message) => ({
    thread: readHandle(message, 'thread'),
    status: readNumber(message, 'status'),
  }),
  'thread.Thread.Exit': (message) => ({ status: readNumber(message, 'status') }),
  'thread.Thread.Wait': (message) => ({
    thread: readHandle(message, 'thread'),
    msecs: readNumber(message, 'msecs'),
  }),
  'thread.Thread.Sleep': (message) => ({ msecs: readNumber(message, 'msecs') }),
  'thread.Thread.SetPriority': (message) => ({
    thread: readHandle(message, 'thread'),
    priority: readNumber(message, 'priority'),
  }),
  'thread.Thread.GetSchedPolicy': (message) => ({ thread: readHandle(message, 'thread') }),
  'notice.Notice.Create': () => ({}),
  'notice.Notice.SubscribeToObject': (message) => ({
    notice: readHandle(message, 'notice'),
    object: readHandle(message, 'object'),
    eventMask: readNumber(message, 'eventMask'),
    eventId: readNumber(message, 'eventId'),
  }),
  'notice.Notice.UnsubscribeFromEvent': (message) => ({
    notice: readHandle(message, 'notice'),
    eventId: readNumber(message, 'eventId'),
  }),
  'notice.Notice.GetEvent': (message) => ({
    notice: readHandle(message, 'notice'),
    msecs: readNumber(message, 'msecs'),
  }),
  'notice.Notice.SetObjectEvent': (message) => ({
    object: readHandle(message, 'object'),
    eventMask: readNumber(message, 'eventMask'),
  }),
  'notice.Notice.DropAndWake': (message) => ({ notice: readHandle(message, 'notice') }),
  'sync.Sync.Alloc': () => ({}),
  'sync.Sync.Free': (message) => ({ sync: readHandle(message, 'sync') }),
  'sync.Sync.Wait': (message) => ({
    sync: readHandle(message, 'sync'),
    expected: readNumber(message, 'expected'),
    msecs: readNumber(message, 'msecs'),
  }),
  'sync.Sync.Wake': (message) => ({
    sync: readHandle(message, 'sync'),
    value: readNumber(message, 'value'),
    count: readNumber(message, 'count'),
  }),
  'ipc.IPC.CreateSyncObject': () => ({}),
  'ipc.IPC.SetInterrupt': (message) => ({ syncHandle: readHandle(message, 'syncHandle') }),
  'ipc.IPC.ClearInterrupt': (message) => ({ syncHandle: readHandle(message, 'syncHandle') }),
  'cm.CM.Connect': (message) => ({
    server: readText(message, 'server'),
    service: readText(message, 'service'),
    msecs: readNumber(message, 'msecs'),
  }),
  'cm.CM.Listen': (message) => ({
    filter: readText(message, 'filter'),
    msecs: readNumber(message, 'msecs'),
  }),
  'cm.CM.Accept': (message) => ({
    client: readText(message, 'client'),
    service: readText(message, 'service'),
    id: readNumber(message, 'id'),
    listener: readHandle(message, 'listener'),
  }),
  'cm.CM.Drop': (message) => ({
    client: readText(message, 'client'),
    service: readText(message, 'service'),
  }),
  'image.Image.Install': (message) => ({
    path: readText(message, 'path'),
    eiid: readText(message, 'eiid'),
    digest: readBytes(message, 'digest'),
  }),
  'image.Image.Update': (message) => ({
    image: readHandle(message, 'image'),
    eiid: readText(message, 'eiid'),
    digest: readBytes(message, 'digest'),
  }),
  'image.Image.Remove': (message) => ({ image: readHandle(message, 'image') }),
  'fs.FS.Open': (message) => ({ path: readText(message, 'path') }),
  'fs.FS.Read': (message) => ({
    file: readHandle(message, 'file'),
    offset: readNumber(message, 'offset'),
    size: readNumber(message, 'size'),
  }),
  'fs.FS.GetEntry': (message) => ({ index: readNumber(message, 'index') }),
  'audit.Audit.Open': (message) => ({ name: readText(message, 'name') }),
  'audit.Audit.Close': (message) => ({ handle: readHandle(message, 'handle') }),
  'audit.Audit.Read': (message) => ({ handle: readHandle(message, 'handle') }),
  'time.Time.GetTime': () => ({}),
  'hal.HAL.DebugWrite': (message) => ({ text: readText(message, 'text') }),
  'hal.HAL.GetEnv': (message) => ({ name: readText(message, 'name') }),
  'vmm.VMM.Allocate': (message) => ({
    addr: readBigInt(message, 'addr'),
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.Commit': (message) => ({
    va: readBigInt(message, 'va'),
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.Decommit': (message) => ({
    va: readBigInt(message, 'va'),
    size: readBigInt(message, 'size'),
  }),
  'vmm.VMM.Protect': (message) => ({
    va: readBigInt(message, 'va'),
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.Free': (message) => ({ va: readBigInt(message, 'va') }),
  'vmm.VMM.Query': (message) => ({ va: readBigInt(message, 'va') }),
  'vmm.VMM.MdlCreate': (message) => ({
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.MdlCreateFromVm': (message) => ({
    va: readBigInt(message, 'va'),
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.MdlGetSize': (message) => ({ mdl: readHandle(message, 'mdl') }),
  'vmm.VMM.MdlMap': (message) => ({
    mdl: readHandle(message, 'mdl'),
    addr: readBigInt(message, 'addr'),
    offset: readBigInt(message, 'offset'),
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'vmm.VMM.MdlClone': (message) => ({
    mdl: readHandle(message, 'mdl'),
    offset: readBigInt(message, 'offset'),
    size: readBigInt(message, 'size'),
  }),
  'io.IO.RegisterPort': (message) => ({
    base: readNumber(message, 'base'),
    size: readNumber(message, 'size'),
  }),
  'io.IO.RegisterMmio': (message) => ({
    base: readBigInt(message, 'base'),
    size: readBigInt(message, 'size'),
  }),
  'io.IO.RegisterDma': (message) => ({
    size: readBigInt(message, 'size'),
    flags: readNumber(message, 'flags'),
  }),
  'io.IO.RegisterIrq': (message) => ({ irq: readNumber(message, 'irq') }),
  'io.IO.PermitPort': (message) => ({ resource: readHandle(message, 'resource') }),
  'io.IO.MapMem': (message) => ({
    resource: readHandle(message, 'resource'),
    addr: readBigInt(message, 'addr'),
    flags: readNumber(message, 'flags'),
  }),
  'io.IO.MapDma': (message) => ({
    resource: readHandle(message, 'resource'),
    addr: readBigInt(message, 'addr'),
    flags: readNumber(message, 'flags'),
  }),
  'io.IO.DmaGetInfo': (message) => ({
    resource: readHandle(message, 'resource'),
    page: readNumber(message, 'page'),
  }),
  'io.IO.AttachIrq': (message) => ({ resource: readHandle(message, 'resource') }),
  'io.IO.DetachIrq': (message) => ({ resource: readHandle(message, 'resource') }),
  'io.IO.MaskIrq': (message) => ({ resource: readHandle(message, 'resource') }),
  'io.IO.UnmaskIrq': (message) => ({ resource: readHandle(message, 'resource') }),
  'iommu.IOMMU.Attach': (message) => ({ bdf: readNumber(message, 'bdf') }),
  'iommu.IOMMU.Detach': (message) => ({ bdf: readNumber(message, 'bdf') }),
  'iommu.IOMMU.CreateDomain': () => ({}),
  'iommu.IOMMU.AttachToDomain': (message) => ({
    bdf: readNumber(message, 'bdf'),
    domain: readHandle(message, 'domain'),
  }),
  'iommu.IOMMU.MapToDomain': (message) => ({
    domain: readHandle(message, 'domain'),
    resource: readHandle(message, 'resource'),
  }),
};

export const writeResponse: {
  readonly [Name in keyof Responses]: (
    outputs: Responses[Name],
  ) => readonly (readonly [string, Value])[];
} = {
  'handle.Handle.Copy': (outputs) => [['outHandle', writeHandle(outputs.outHandle)]],
  'handle.Handle.Close': () => [],
  'handle.Handle.Revoke': () => [],
  'handle.Handle.RevokeSubtree': () => [],
  'handle.Handle.CreateUserObject': (outputs) => [['handle', writeHandle(outputs.handle)]],
  'handle.Handle.CreateBadge': (outputs) => [['badge', writeHandle(outputs.badge)]],
  'handle.Handle.GetSidByHandle': (outputs) => [['sid', BigInt(outputs.sid)]],
  'task.Task.Create': (outputs) => [['child', writeHandle(outputs.child)]],
  'task.Task.Open': (outputs) => [['task', writeHandle(outputs.task)]],
  'task.Task.LoadSeg': () => [],
  'task.Task.SetEnv': () => [],
  'task.Task.FreeSelfEnv': () => [],
  'task.Task.Connect': () => [],
  'task.Task.Resume': () => [],
  'task.Task.Exit': () => [],
  'task.Task.Terminate': () => [],
  'task.Task.Freeze': () => [],
  'task.Task.GetExitStatus': (outputs) => [
    ['ended', BigInt(outputs.ended)],
    ['status', BigInt(outputs.status)],
  ],
  'task.Task.GetName': (outputs) => [['name', outputs.name]],
  'task.Task.GetPath': (outputs) => [['path', outputs.path]],
  'thread.Thread.Create': (outputs) => [['thread', writeHandle(outputs.thread)]],
  'thread.Thread.OpenCurrent': (outputs) => [['thread', writeHandle(outputs.thread)]],
  'thread.Thread.Suspend': () => [],
  'thread.Thread.Resume': () => [],
  'thread.Thread.Terminate': () => [],
  'thread.Thread.Exit': () => [],
  'thread.Thread.Wait': (outputs) => [['status', BigInt(outputs.status)]],
  'thread.Thread.Sleep': () => [],
  'thread.Thread.SetPriority': () => [],
  'thread.Thread.GetSchedPolicy': (outputs) => [
    ['policy', BigInt(outputs.policy)],
    ['priority', BigInt(outputs.priority)],
  ],
  'notice.Notice.Create': (outputs) => [['notice', writeHandle(outputs.notice)]],
  'notice.Notice.SubscribeToObject': () => [],
  'notice.Notice.UnsubscribeFromEvent': () => [],
  'notice.Notice.GetEvent': (outputs) => [
    ['eventId', BigInt(outputs.eventId)],
    ['eventMask', BigInt(outputs.eventMask)],
  ],
  'notice.Notice.SetObjectEvent': () => [],
  'notice.Notice.DropAndWake': () => [],
  'sync.Sync.Alloc': (outputs) => [['sync', writeHandle(outputs.sync)]],
  'sync.Sync.Free': () => [],
  'sync.Sync.Wait': () => [],
  'sync.Sync.Wake': (outputs) => [['woken', BigInt(outputs.woken)]],
  'ipc.IPC.CreateSyncObject': (outputs) => [['syncHandle', writeHandle(outputs.syncHandle)]],
  'ipc.IPC.SetInterrupt': () => [],
  'ipc.IPC.ClearInterrupt': () => [],
  'cm.CM.Connect': (outputs) => [
    ['handle', writeHandle(outputs.handle)],
    ['id', BigInt(outputs.id)],
  ],
  'cm.CM.Listen': (outputs) => [
    ['client', outputs.client],
    ['service', outputs.service],
  ],
  'cm.CM.Accept': (outputs) => [['handle', writeHandle(outputs.handle)]],
  'cm.CM.Drop': () => [],
  'image.Image.Install': (outputs) => [['image', writeHandle(outputs.image)]],
  'image.Image.Update': () => [],
  'image.Image.Remove': () => [],
  'fs.FS.Open': (outputs) => [
    ['file', writeHandle(outputs.file)],
    ['size', BigInt(outputs.size)],
  ],
  'fs.FS.Read': (outputs) => [['data', writeBytes(outputs.data)]],
  'fs.FS.GetEntry': (outputs) => [['path', outputs.path]],
  'audit.Audit.Open': (outputs) => [['handle', writeHandle(outputs.handle)]],
  'audit.Audit.Close': () => [],
  'audit.Audit.Read': (outputs) => [
    ['msg', outputs.msg],
    ['outDropMsgs', BigInt(outputs.outDropMsgs)],
  ],
  'time.Time.GetTime': (outputs) => [['msecs', outputs.msecs]],
  'hal.HAL.DebugWrite': () => [],
  'hal.HAL.GetEnv': (outputs) => [['value', outputs.value]],
  'vmm.VMM.Allocate': (outputs) => [['va', outputs.va]],
  'vmm.VMM.Commit': () => [],
  'vmm.VMM.Decommit': () => [],
  'vmm.VMM.Protect': () => [],
  'vmm.VMM.Free': () => [],
  'vmm.VMM.Query': (outputs) => [
    ['start', outputs.start],
    ['size', outputs.size],
    ['flags', BigInt(outputs.flags)],
  ],
  'vmm.VMM.MdlCreate': (outputs) => [['mdl', writeHandle(outputs.mdl)]],
  'vmm.VMM.MdlCreateFromVm': (outputs) => [['mdl', writeHandle(outputs.mdl)]],
  'vmm.VMM.MdlGetSize': (outputs) => [['size', outputs.size]],
  'vmm.VMM.MdlMap': (outputs) => [['va', outputs.va]],
  'vmm.VMM.MdlClone': (outputs) => [['clone', writeHandle(outputs.clone)]],
  'io.IO.RegisterPort': (outputs) => [['resource', writeHandle(outputs.resource)]],
  'io.IO.RegisterMmio': (outputs) => [['resource', writeHandle(outputs.resource)]],
  'io.IO.RegisterDma': (outputs) => [['resource', writeHandle(outputs.resource)]],
  'io.IO.RegisterIrq': (outputs) => [['resource', writeHandle(outputs.resource)]],
  'io.IO.PermitPort': () => [],
  'io.IO.MapMem': (outputs) => [['va', outputs.va]],
  'io.IO.MapDma': (outputs) => [['va', outputs.va]],
  'io.IO.DmaGetInfo': (outputs) => [
    ['address', outputs.address],
    ['size', outputs.size],
  ],
  'io.IO.AttachIrq': () => [],
  'io.IO.DetachIrq': () => [],
  'io.IO.MaskIrq': () => [],
  'io.IO.UnmaskIrq': () => [],
  'iommu.IOMMU.Attach': () => [],
  'iommu.IOMMU.Detach': () => [],
  'iommu.IOMMU.CreateDomain': (outputs) => [['domain', writeHandle(outputs.domain)]],
  'iommu.IOMMU.AttachToDomain': () => [],
  'iommu.IOMMU.MapToDomain': () => [],
};
