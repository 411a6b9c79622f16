import type { Right } from './read-code.ts';

/** The right that each handle of a request must have; `none` where any handle will do. */
export type Needs = Readonly<Record<string, Right | 'none'>>;

/**
 * The rights that services ask for, by service and parameter. A test compares them with the code.
 *
 * Source: the look-ups in kernel/micro/services.
 */
export const needs: Readonly<Record<string, Needs>> = {
  'handle.Handle.Copy': { inHandle: 'copy', copyBadge: 'none' },
  'handle.Handle.Close': { handle: 'none' },
  'handle.Handle.Revoke': { handle: 'none' },
  'handle.Handle.RevokeSubtree': { handle: 'none', badge: 'none' },
  'handle.Handle.CreateUserObject': { ipcChannel: 'receive' },
  'handle.Handle.GetSidByHandle': { handle: 'getSid' },
  'task.Task.LoadSeg': { task: 'control', image: 'read' },
  'task.Task.SetEnv': { task: 'control' },
  'task.Task.Connect': { client: 'control', server: 'control' },
  'task.Task.Resume': { task: 'control' },
  'task.Task.Terminate': { task: 'terminate' },
  'task.Task.Freeze': { task: 'terminate' },
  'task.Task.GetExitStatus': { task: 'query' },
  'thread.Thread.Resume': { thread: 'schedule' },
  'thread.Thread.Terminate': { thread: 'terminate' },
  'thread.Thread.Wait': { thread: 'query' },
  'thread.Thread.SetPriority': { thread: 'schedule' },
  'thread.Thread.GetSchedPolicy': { thread: 'query' },
  'notice.Notice.SubscribeToObject': { notice: 'events', object: 'getEvent' },
  'notice.Notice.UnsubscribeFromEvent': { notice: 'events' },
  'notice.Notice.GetEvent': { notice: 'events' },
  'notice.Notice.SetObjectEvent': { object: 'setEvent' },
  'notice.Notice.DropAndWake': { notice: 'events' },
  'sync.Sync.Free': { sync: 'wake' },
  'sync.Sync.Wait': { sync: 'wait' },
  'sync.Sync.Wake': { sync: 'wake' },
  'ipc.IPC.SetInterrupt': { syncHandle: 'none' },
  'ipc.IPC.ClearInterrupt': { syncHandle: 'none' },
  'cm.CM.Accept': { listener: 'receive' },
  'image.Image.Update': { image: 'replace' },
  'image.Image.Remove': { image: 'replace' },
  'fs.FS.Read': { file: 'read' },
  'vmm.VMM.MdlGetSize': { mdl: 'read' },
  'vmm.VMM.MdlMap': { mdl: 'none' },
  'vmm.VMM.MdlClone': { mdl: 'copy' },
  'io.IO.PermitPort': { resource: 'use' },
  'io.IO.MapMem': { resource: 'none' },
  'io.IO.MapDma': { resource: 'none' },
  'io.IO.DmaGetInfo': { resource: 'read' },
  'io.IO.AttachIrq': { resource: 'attach' },
  'io.IO.DetachIrq': { resource: 'attach' },
  'io.IO.MaskIrq': { resource: 'attach' },
  'io.IO.UnmaskIrq': { resource: 'attach' },
  'iommu.IOMMU.AttachToDomain': { domain: 'manage' },
  'iommu.IOMMU.MapToDomain': { domain: 'manage', resource: 'write' },
  'audit.Audit.Close': { handle: 'none' },
  'audit.Audit.Read': { handle: 'read' },
};
