import type { ProcessId } from '../../model/ids.ts';
import type { Facts, FrameFact } from '../../kernel/kernel.ts';

/** The frame that an address lies in; absent outside all of them. Units: frames lie at multiples of their size. */
export const findFrame = (
  { frames }: Pick<Facts, 'frames'>,
  physical: number,
): FrameFact | undefined =>
  frames.find((frame) => frame.physical <= physical && physical < frame.physical + frame.bytes);

/** `frame 0x6000`. */
export const frameName = (physical: number): string => `frame 0x${physical.toString(16)}`;

/**
 * Who may use each frame now: who has it mapped as its own, and who holds a handle to a buffer of it.
 *
 * Shape: by the frame's first byte; in the order of the processes.
 */
export const entitledTo = ({
  mappings,
  handles,
  resources,
}: Pick<Facts, 'mappings' | 'handles' | 'resources'>): ReadonlyMap<
  number,
  ReadonlySet<ProcessId>
> => {
  const entitled = new Map<number, Set<ProcessId>>();
  const add = (frame: number, process: ProcessId): void => {
    const known = entitled.get(frame);
    if (known === undefined) entitled.set(frame, new Set([process]));
    else known.add(process);
  };
  for (const { physical, process, by } of mappings) if (by === undefined) add(physical, process);
  for (const { sid, frames } of resources) {
    if (frames.length === 0) continue;
    for (const handle of handles)
      if (handle.sid === sid && handle.live && !handle.inTransit)
        for (const frame of frames) add(frame, handle.process);
  }
  return entitled;
};
