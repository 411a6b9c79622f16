import type { ProcessId } from '../../../../model/ids.ts';
import type { Objects } from '../../objects.ts';
import { processAt } from '../../processes.ts';
import type { WaitFor, Waiting } from '../../threads/thread.ts';
import { waitingsOf } from '../../threads/service-waits.ts';

type Asking = Waiting & { readonly waitsFor: Extract<WaitFor, { readonly kind: 'acceptance' }> };

const isAsking = (waiting: Waiting): waiting is Asking => waiting.waitsFor.kind === 'acceptance';

/** Threads that ask a process for a channel, in the order of the threads. */
export const askingOf = ({ threads }: Objects, server: ProcessId): readonly Asking[] =>
  waitingsOf(threads)
    .filter(isAsking)
    .filter(({ waitsFor }) => waitsFor.server === server);

/** The first thread of a client that asks a process for a service. */
export const findAsking = (
  objects: Objects,
  server: ProcessId,
  client: string,
  service: string,
): Asking | undefined =>
  askingOf(objects, server).find(
    ({ process, waitsFor }) =>
      waitsFor.service === service && processAt(objects.processes, process).name === client,
  );

/** The first that asks for a service whose name begins so, and of which the server has not been told. */
export const findUnlisted = (
  objects: Objects,
  server: ProcessId,
  filter: string,
): Asking | undefined =>
  askingOf(objects, server).find(
    ({ waitsFor }) => !waitsFor.isListed && waitsFor.service.startsWith(filter),
  );
