import { close, copy, createUserObject, getSidByHandle, revoke } from './handles.ts';
import { debugWrite, getTime, openFile, sleep } from './others.ts';
import type { Services } from './service.ts';
import { exit, getExitStatus, getName, loadSeg, open, resume, terminate } from './tasks.ts';

/** Every service that this kernel has; any other declared method is judged, and then refused (TCB-1). */
export const services: Services = new Map([
  ['handle.Handle.Copy', copy],
  ['handle.Handle.Close', close],
  ['handle.Handle.Revoke', revoke],
  ['handle.Handle.CreateUserObject', createUserObject],
  ['handle.Handle.GetSidByHandle', getSidByHandle],
  ['task.Task.Open', open],
  ['task.Task.LoadSeg', loadSeg],
  ['task.Task.Resume', resume],
  ['task.Task.Terminate', terminate],
  ['task.Task.Exit', exit],
  ['task.Task.GetExitStatus', getExitStatus],
  ['task.Task.GetName', getName],
  ['thread.Thread.Exit', exit],
  ['thread.Thread.Sleep', sleep],
  ['time.Time.GetTime', getTime],
  ['hal.HAL.DebugWrite', debugWrite],
  ['fs.FS.Open', openFile],
]);
