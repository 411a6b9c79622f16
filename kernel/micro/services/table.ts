import { close as closeAudit } from './audit/close.ts';
import { open as openAudit } from './audit/open.ts';
import { read as readAudit } from './audit/read.ts';
import { accept } from './cm/accept.ts';
import { connect as connectCM } from './cm/connect.ts';
import { drop } from './cm/drop.ts';
import { listen } from './cm/listen.ts';
import { getEntry } from './fs/get-entry.ts';
import { open as openFS } from './fs/open.ts';
import { read as readFS } from './fs/read.ts';
import { debugWrite } from './hal/debug-write.ts';
import { getEnv } from './hal/get-env.ts';
import { close as closeHandle } from './handle/close.ts';
import { copy } from './handle/copy.ts';
import { createBadge } from './handle/create-badge.ts';
import { createUserObject } from './handle/create-user-object.ts';
import { getSidByHandle } from './handle/get-sid-by-handle.ts';
import { revokeSubtree } from './handle/revoke-subtree.ts';
import { revoke } from './handle/revoke.ts';
import { install } from './image/install.ts';
import { remove } from './image/remove.ts';
import { update } from './image/update.ts';
import { clearInterrupt } from './ipc/clear-interrupt.ts';
import { createSyncObject } from './ipc/create-sync-object.ts';
import { setInterrupt } from './ipc/set-interrupt.ts';
import { create as createNotice } from './notice/create.ts';
import { dropAndWake } from './notice/drop-and-wake.ts';
import { getEvent } from './notice/get-event.ts';
import { setObjectEvent } from './notice/set-object-event.ts';
import { subscribeToObject } from './notice/subscribe-to-object.ts';
import { unsubscribeFromEvent } from './notice/unsubscribe-from-event.ts';
import { alloc } from './sync/alloc.ts';
import { free } from './sync/free.ts';
import { wait as waitSync } from './sync/wait.ts';
import { wake } from './sync/wake.ts';
import { connect as connectTask } from './task/connect.ts';
import { create as createTask } from './task/create.ts';
import { exit as exitTask } from './task/exit.ts';
import { freeSelfEnv } from './task/free-self-env.ts';
import { freeze } from './task/freeze.ts';
import { getExitStatus } from './task/get-exit-status.ts';
import { getName } from './task/get-name.ts';
import { getPath } from './task/get-path.ts';
import { loadSeg } from './task/load-seg.ts';
import { open as openTask } from './task/open.ts';
import { resume as resumeTask } from './task/resume.ts';
import { setEnv } from './task/set-env.ts';
import { terminate as terminateTask } from './task/terminate.ts';
import { create as createThread } from './thread/create.ts';
import { exit as exitThread } from './thread/exit.ts';
import { getSchedPolicy } from './thread/get-sched-policy.ts';
import { openCurrent } from './thread/open-current.ts';
import { resume as resumeThread } from './thread/resume.ts';
import { setPriority } from './thread/set-priority.ts';
import { sleep } from './thread/sleep.ts';
import { suspend } from './thread/suspend.ts';
import { terminate as terminateThread } from './thread/terminate.ts';
import { wait as waitThread } from './thread/wait.ts';
import { getTime } from './time/get-time.ts';
import { allocate } from './vmm/allocate.ts';
import { commit } from './vmm/commit.ts';
import { decommit } from './vmm/decommit.ts';
import { protect } from './vmm/protect.ts';
import { free as freeVMM } from './vmm/free.ts';
import { query } from './vmm/query.ts';
import { mdlCreate } from './vmm/mdl-create.ts';
import { mdlCreateFromVm } from './vmm/mdl-create-from-vm.ts';
import { mdlGetSize } from './vmm/mdl-get-size.ts';
import { mdlMap } from './vmm/mdl-map.ts';
import { mdlClone } from './vmm/mdl-clone.ts';
import { registerPort } from './io/register-port.ts';
import { registerMmio } from './io/register-mmio.ts';
import { registerDma } from './io/register-dma.ts';
import { registerIrq } from './io/register-irq.ts';
import { permitPort } from './io/permit-port.ts';
import { mapMem } from './io/map-mem.ts';
import { mapDma } from './io/map-dma.ts';
import { dmaGetInfo } from './io/dma-get-info.ts';
import { attachIrq } from './io/attach-irq.ts';
import { detachIrq } from './io/detach-irq.ts';
import { maskIrq } from './io/mask-irq.ts';
import { unmaskIrq } from './io/unmask-irq.ts';
import { attach } from './iommu/attach.ts';
import { detach } from './iommu/detach.ts';
import { createDomain } from './iommu/create-domain.ts';
import { attachToDomain } from './iommu/attach-to-domain.ts';
import { mapToDomain } from './iommu/map-to-domain.ts';
import { readRequest } from './generated.ts';
import type { KernelService } from './service.ts';
import type { ServiceName } from './service-name.ts';

export type Services = { readonly [Name in ServiceName]: KernelService<Name> };

/** Every service that the kernel has; the compiler keeps it complete. */
export const services: Services = {
  'handle.Handle.Copy': copy,
  'handle.Handle.Close': closeHandle,
  'handle.Handle.Revoke': revoke,
  'handle.Handle.RevokeSubtree': revokeSubtree,
  'handle.Handle.CreateUserObject': createUserObject,
  'handle.Handle.CreateBadge': createBadge,
  'handle.Handle.GetSidByHandle': getSidByHandle,
  'task.Task.Create': createTask,
  'task.Task.Open': openTask,
  'task.Task.LoadSeg': loadSeg,
  'task.Task.SetEnv': setEnv,
  'task.Task.FreeSelfEnv': freeSelfEnv,
  'task.Task.Connect': connectTask,
  'task.Task.Resume': resumeTask,
  'task.Task.Exit': exitTask,
  'task.Task.Terminate': terminateTask,
  'task.Task.Freeze': freeze,
  'task.Task.GetExitStatus': getExitStatus,
  'task.Task.GetName': getName,
  'task.Task.GetPath': getPath,
  'thread.Thread.Create': createThread,
  'thread.Thread.OpenCurrent': openCurrent,
  'thread.Thread.Suspend': suspend,
  'thread.Thread.Resume': resumeThread,
  'thread.Thread.Terminate': terminateThread,
  'thread.Thread.Exit': exitThread,
  'thread.Thread.Wait': waitThread,
  'thread.Thread.Sleep': sleep,
  'thread.Thread.SetPriority': setPriority,
  'thread.Thread.GetSchedPolicy': getSchedPolicy,
  'notice.Notice.Create': createNotice,
  'notice.Notice.SubscribeToObject': subscribeToObject,
  'notice.Notice.UnsubscribeFromEvent': unsubscribeFromEvent,
  'notice.Notice.GetEvent': getEvent,
  'notice.Notice.SetObjectEvent': setObjectEvent,
  'notice.Notice.DropAndWake': dropAndWake,
  'sync.Sync.Alloc': alloc,
  'sync.Sync.Free': free,
  'sync.Sync.Wait': waitSync,
  'sync.Sync.Wake': wake,
  'ipc.IPC.CreateSyncObject': createSyncObject,
  'ipc.IPC.SetInterrupt': setInterrupt,
  'ipc.IPC.ClearInterrupt': clearInterrupt,
  'cm.CM.Connect': connectCM,
  'cm.CM.Listen': listen,
  'cm.CM.Accept': accept,
  'cm.CM.Drop': drop,
  'image.Image.Install': install,
  'image.Image.Update': update,
  'image.Image.Remove': remove,
  'fs.FS.Open': openFS,
  'fs.FS.Read': readFS,
  'fs.FS.GetEntry': getEntry,
  'audit.Audit.Open': openAudit,
  'audit.Audit.Close': closeAudit,
  'audit.Audit.Read': readAudit,
  'time.Time.GetTime': getTime,
  'hal.HAL.DebugWrite': debugWrite,
  'hal.HAL.GetEnv': getEnv,
  'vmm.VMM.Allocate': allocate,
  'vmm.VMM.Commit': commit,
  'vmm.VMM.Decommit': decommit,
  'vmm.VMM.Protect': protect,
  'vmm.VMM.Free': freeVMM,
  'vmm.VMM.Query': query,
  'vmm.VMM.MdlCreate': mdlCreate,
  'vmm.VMM.MdlCreateFromVm': mdlCreateFromVm,
  'vmm.VMM.MdlGetSize': mdlGetSize,
  'vmm.VMM.MdlMap': mdlMap,
  'vmm.VMM.MdlClone': mdlClone,
  'io.IO.RegisterPort': registerPort,
  'io.IO.RegisterMmio': registerMmio,
  'io.IO.RegisterDma': registerDma,
  'io.IO.RegisterIrq': registerIrq,
  'io.IO.PermitPort': permitPort,
  'io.IO.MapMem': mapMem,
  'io.IO.MapDma': mapDma,
  'io.IO.DmaGetInfo': dmaGetInfo,
  'io.IO.AttachIrq': attachIrq,
  'io.IO.DetachIrq': detachIrq,
  'io.IO.MaskIrq': maskIrq,
  'io.IO.UnmaskIrq': unmaskIrq,
  'iommu.IOMMU.Attach': attach,
  'iommu.IOMMU.Detach': detach,
  'iommu.IOMMU.CreateDomain': createDomain,
  'iommu.IOMMU.AttachToDomain': attachToDomain,
  'iommu.IOMMU.MapToDomain': mapToDomain,
};

export const isService = (name: string): name is ServiceName => Object.hasOwn(readRequest, name);

/** The services, by the name of their endpoint and then of their method. */
const byEndpoint = Object.keys(readRequest)
  .filter(isService)
  .reduce((table, name) => {
    const dot = name.lastIndexOf('.');
    const methods = table.get(name.slice(0, dot)) ?? new Map<string, ServiceName>();
    return table.set(name.slice(0, dot), methods.set(name.slice(dot + 1), name));
  }, new Map<string, Map<string, ServiceName>>());

/** The service that a call names. Hot: a name that is put together at each call costs more than the look-ups. */
export const findService = (endpoint: string, method: string): ServiceName | undefined =>
  byEndpoint.get(endpoint)?.get(method);
