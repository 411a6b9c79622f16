/**
 * The head of the PSL of a twin: the library, the kernel's class, and the classes of its processes.
 *
 * Shape: `packages` are those of the library beside `nk.base` and `nk.basic`.
 */
export const policyHead = (
  classes: readonly string[],
  packages: readonly string[] = ['nk.flow'],
): string => `execute: kl.core.Execute
${['nk.base', 'nk.basic', ...packages].map((name) => `use ${name}._`).join('\n')}
use EDL Einit
use EDL kl.core.Core
${classes.map((name) => `use EDL t.${name}`).join('\n')}
`;
