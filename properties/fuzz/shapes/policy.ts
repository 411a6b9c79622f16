import { policyHead } from '../../../kss/test-solution.ts';
import { withFile } from './shape.ts';
import type { Shape } from './shape.ts';

/** A policy that begins as usual. */
export const policy = (name: string, text: (bytes: number) => string): Shape => ({
  name: `psl: ${name}`,
  make: (bytes) => withFile('security.psl', `${policyHead}${text(bytes)}`),
});
