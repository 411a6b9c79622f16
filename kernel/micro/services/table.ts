import { close } from './handle/close.ts';
import { copy } from './handle/copy.ts';
import { readRequest } from './generated.ts';
import type { KernelService, ServiceName } from './service.ts';

export type Services = { readonly [Name in ServiceName]: KernelService<Name> };

/** Every service that the kernel has; the compiler keeps it complete. */
export const services: Services = {
  'handle.Handle.Copy': copy,
  'handle.Handle.Close': close,
};

export const isService = (name: string): name is ServiceName => Object.hasOwn(readRequest, name);
