import type { Requests } from './generated.ts';

/** A method of the kernel that is a service of it: `endpoint.Method`. */
export type ServiceName = keyof Requests;
