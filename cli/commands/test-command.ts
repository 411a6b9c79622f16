import { standardOptions } from '../../kss/engine-options.ts';
import { loadPolicy } from '../../kss/test-solution.ts';
import { Defect } from '../../model/defect.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

/**
 * What a command is given of a policy of the tests; other files may be given.
 *
 * Throws: `Defect`, if the policy does not load.
 */
export const givenBy = (policy: string, more: Readonly<Record<string, string>> = {}): Given => {
  const loaded = loadPolicy(policy, more);
  const { solution } = loaded;
  if (solution === undefined) throw new Defect('the policy does not load');
  const input = { name: 'test', files: new Map<string, string>() };
  return { input, loaded, solution, engine: standardOptions };
};

/** An output that keeps the documents, what is said, and what is told of which line. */
export const recording = () => {
  const documents: unknown[] = [];
  const told: string[] = [];
  const said: string[] = [];
  const nothing = (): void => undefined;
  const output: Output = {
    json: true,
    color: 'never',
    say: (text) => said.push(text),
    note: nothing,
    progress: nothing,
    sayJson: (document) => documents.push(document),
    tell: (diagnostics) =>
      told.push(...diagnostics.map(({ code, at }) => `${code} ${String(at.line)}`)),
  };
  return { output, documents, said, told };
};
