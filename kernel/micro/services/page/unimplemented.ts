import { kernelEndpoints } from '../../../../solution/sdk/names.ts';
import { isService } from '../table.ts';

/** Methods of an endpoint that public policies name and the kernel does not have. */
export const unimplementedOf = (endpoint: string): readonly string[] =>
  kernelEndpoints
    .filter((one) => one.endpoint === endpoint)
    .flatMap(({ methods }) => methods.filter((method) => !isService(`${endpoint}.${method}`)));

/** Endpoints that public policies name, with the methods that the kernel does not have. */
export const unimplemented = (): readonly (readonly [string, readonly string[]])[] =>
  kernelEndpoints.map(({ endpoint }) => [endpoint, unimplementedOf(endpoint)] as const);
