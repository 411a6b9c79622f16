import { abstractMachine } from '../../../../arch/machine/design.ts';
import type { ThreadId } from '../../../../model/ids.ts';
import type { Limits } from '../../../kernel.ts';
import { Driver, all, kernelOf, local, threadOf } from '../../test-kernel.ts';
import { spacious } from '../../test-services.ts';

/** What tests of the memory services share: two cores that forget when they come to it, and small shares. */

export const limits: Limits = { ...spacious, frames: 4, tables: 2, pages: 8, image: 0 };

export const [client, server] = [threadOf(0, limits), threadOf(1, limits)];

export const pageBytes = 4096;

export const flags = { read: 1n, write: 2n, execute: 4n, commit: 8n } as const;

export const data = flags.read + flags.write;

export const begin = (policy = all, more: Partial<Limits> = {}): Driver =>
  new Driver(
    kernelOf(policy, {
      limits: { ...limits, ...more },
      machine: abstractMachine({ cores: 2, shootdown: 'delayed' }),
    }),
  );

/** So many bytes as pages have. */
export const bytes = (pages: number): bigint => BigInt(pages * pageBytes);

/** Memory of a thread's process, committed with flags; where it begins. */
export const allocated = (driver: Driver, by: ThreadId, asked: bigint, pages = 1): bigint => {
  const fields = { size: bytes(pages), flags: asked + flags.commit };
  const va = driver.done(by, 'vmm.VMM.Allocate', fields).get('va');
  if (typeof va !== 'bigint') throw new Error('no address was told');
  return va;
};

/** A buffer of data of a thread's process. */
export const buffer = (driver: Driver, by: ThreadId, pages = 1): number =>
  driver.handle(by, 'vmm.VMM.MdlCreate', { size: bytes(pages), flags: data }, 'mdl');

/** The mapping of a whole page by a handle. */
export const mapping = (mdl: number, asked: bigint = data) => ({
  mdl: local(mdl),
  size: bytes(1),
  flags: asked,
});

/** The states of the frames of a process, each by its first letter. */
export const framesOf = ({ kernel, state }: Driver, process: number): string =>
  kernel
    .facts(state)
    .frames.filter(({ owner }) => owner === process)
    .map((frame) => frame.state.charAt(0))
    .join('');

/** Where the pages of a process lie and what they may be used for: `0x10000 rw-`. */
export const pagesOf = ({ kernel, state }: Driver, process: number): readonly string[] =>
  kernel
    .facts(state)
    .mappings.filter((page) => page.process === process)
    .map(({ address, rights: { read, write, execute } }) => {
      const word = `${read ? 'r' : '-'}${write ? 'w' : '-'}${execute ? 'x' : '-'}`;
      return `0x${address.toString(16)} ${word}`;
    });
