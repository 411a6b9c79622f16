import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Limits } from '../../kernel.ts';
import type { Permit } from '../../mediate.ts';
import type { Objects } from '../objects.ts';
import type { Requests, Responses } from './generated.ts';

export type ServiceName = keyof Requests;

/**
 * What a service came to.
 *
 * Shape: `made` lists the numbers of the handles made for the answer: they are closed again if the
 *        response is denied (C-62).
 */
export type Served<Outputs> =
  | {
      readonly kind: 'done';
      readonly next: Objects;
      readonly outputs: Outputs;
      readonly made: readonly HandleId[];
    }
  | { readonly kind: 'refused'; readonly because: Refusal };

/** A kernel service: guards first, each a refusal; the last line is the effect. */
export type KernelService<Name extends ServiceName> = (
  objects: Objects,
  permit: Permit<Requests[Name]>,
  limits: Limits,
) => Served<Responses[Name]>;

export const refused = (
  because: Refusal,
): { readonly kind: 'refused'; readonly because: Refusal } => ({
  kind: 'refused',
  because,
});
