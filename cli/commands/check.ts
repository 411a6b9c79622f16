import { loadSolution } from '../../library/load-solution.ts';
import { at } from '../../model/defect.ts';
import type { Loaded } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import { readSolution } from '../read-solution.ts';
import type { SolutionChoice } from '../read-solution.ts';

const structure = (solution: Solution | undefined): object =>
  solution === undefined
    ? { classes: [], processes: [], channels: [] }
    : {
        classes: [...solution.classes.keys()],
        processes: solution.processes.map(({ name, className }) => ({ name, class: className })),
        channels: solution.channels.map(({ client, server, name }) => ({
          client: at(solution.processes, client).name,
          server: at(solution.processes, server).name,
          id: name,
        })),
      };

const documentOf = ({ solution, diagnostics, discovered }: Loaded): object => ({
  ok: solution !== undefined,
  solution: {
    policy: discovered.policy ?? null,
    init: discovered.init ?? null,
    includeRoots: discovered.includeRoots,
    ...structure(solution),
    stubs: discovered.stubs,
  },
  diagnostics: diagnostics.map(diagnosticJson),
});

const summary = (name: string, { solution, diagnostics, discovered }: Loaded): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (solution === undefined)
    return `${name}: ${String(errors)} errors, ${String(warnings)} warnings`;
  const { classes, processes, channels, policy, assertions } = solution;
  return [
    `${name}: fine, ${String(warnings)} warnings`,
    `  policy ${discovered.policy ?? 'none'}, init ${discovered.init ?? 'none'}`,
    `  ${String(classes.size)} classes, ${String(processes.length)} processes, ${String(channels.length)} channels`,
    `  ${String(policy.bindings.length)} bindings, ${String(assertions.length)} sets of expectations, ` +
      `${String(solution.objectives.length)} objectives, ${String(solution.automata.size)} programs`,
  ].join('\n');
};

const checkOne = (
  choice: SolutionChoice,
  output: Output,
): { readonly document: object; readonly exit: Exit } => {
  const read = readSolution(choice);
  if (read.kind === 'unreadable') {
    output.tell(read.diagnostics, new Map());
    const diagnostics = read.diagnostics.map(diagnosticJson);
    return { document: { ok: false, diagnostics }, exit: exits.fault };
  }
  const loaded = loadSolution(read.input);
  output.tell(loaded.diagnostics, read.input.files);
  output.say(summary(choice.solution, loaded));
  const exit = loaded.solution === undefined ? exits.fault : exits.fine;
  return { document: documentOf(loaded), exit };
};

/** `refmon check SOLUTION…`: load, link and type-check; of several the worst counts. */
export const check = (choices: readonly SolutionChoice[], output: Output): Exit => {
  const results = choices.map((choice) => checkOne(choice, output));
  const [only] = results;
  const exit = results.some((result) => result.exit !== exits.fine) ? exits.fault : exits.fine;
  output.sayJson(
    only !== undefined && results.length === 1
      ? only.document
      : { ok: exit === exits.fine, solutions: results.map(({ document }) => document) },
  );
  return exit;
};
