import type { TwinDefinition } from './definition.ts';
import { channels } from './channels/channels.ts';
import { dma } from './dma/dma.ts';
import { handles } from './handles/handles.ts';
import { ipc } from './ipc/ipc.ts';
import { lifecycle } from './lifecycle/lifecycle.ts';
import { memory } from './memory/memory.ts';
import { notice } from './notice/notice.ts';

/** Every twin, in the order in which they are run and told. Each has three steps in spec/steps.ts. */
export const twinDefinitions: readonly TwinDefinition[] = [
  ipc,
  handles,
  lifecycle,
  notice,
  channels,
  memory,
  dma,
];

/** A twin by its name, in any case. */
export const findTwin = (name: string): TwinDefinition | undefined =>
  twinDefinitions.find((twin) => twin.name.toLowerCase() === name.toLowerCase());
