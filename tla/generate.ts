import { tlaFiles } from './embedded.ts';
import type { TwinDefinition, TwinSystem } from './definition.ts';
import { quoted } from './expression.ts';
import { labelOf } from './twin.ts';
import type { Argument, Operator } from './twin.ts';

const header = '\\* Made by tla/generate.ts; a test says whether it is current.';

const literal = (argument: Argument): string => {
  if (typeof argument === 'string') return quoted(argument);
  return typeof argument === 'number' ? String(argument) : argument.expression;
};

const definition = (operator: Operator): string => {
  const [name, ...args] = operator;
  return `${labelOf(operator)} == ${name}(${args.map(literal).join(', ')}) /\\ TRUE`;
};

/**
 * An invariant that always holds, and says once of each `Reach…` that it is violated: one run shows
 * them all, where TLC alone ends at the first.
 */
const reached = (reaches: readonly string[]): string => `ASSUME
${reaches.map((_, at) => `    /\\ TLCSet(${String(at + 1)}, FALSE)`).join('\n')}

TellMC(at, text) == TLCGet(at) \\/ (TLCSet(at, TRUE) /\\ PrintT(text))

ReachedMC ==
${reaches.map((name, at) => `    /\\ ${name} \\/ TellMC(${String(at + 1)}, "violated: ${name}")`).join('\n')}`;

/** The names of what a run has told to be violated, out of what it has printed. */
export const readReached = (outside: string): ReadonlySet<string> =>
  new Set([...outside.matchAll(/^"violated: (\w+)"$/gm)].map(([, name]) => name ?? ''));

/**
 * The module that TLC runs: the constants of one system, and an operator for each outcome and argument
 * tuple, so that the edges of TLC's graph tell both. The conjunction keeps the operator's name there.
 */
export const generateMc = (
  { modules, reaches }: TwinDefinition,
  { module, constants, operators }: TwinSystem,
): string => `---- MODULE ${module} ----
${header}
EXTENDS ${modules.join(', ')}, TLC

${Object.entries(constants)
  .map(([name, value]) => `c${name} == ${value}`)
  .join('\n')}

${operators.map(definition).join('\n')}

NextMC ==
${operators.map((operator) => `    \\/ ${labelOf(operator)}`).join('\n')}

${reached(reaches)}
====
`;

/** The configuration of one run: the module's constants, its next-state relation, and what is checked. */
export const generateCfg = (
  { substitutions }: TwinDefinition,
  { constants }: TwinSystem,
  next: 'Next' | 'NextMC',
  invariants: readonly string[],
): string => `${header}
INIT Init
NEXT ${next}
CHECK_DEADLOCK FALSE
CONSTANTS
${[
  ...Object.keys(constants).map((name) => `    ${name} <- c${name}`),
  ...Object.entries(substitutions).map(([name, operator]) => `    ${name} <- ${operator}`),
].join('\n')}
INVARIANTS
${invariants.map((name) => `    ${name}`).join('\n')}
`;

/** The module and the configuration of a system, by file name, as they ship. */
export const generatedFiles = (
  twin: TwinDefinition,
  system: TwinSystem,
): ReadonlyMap<string, string> =>
  new Map([
    [`${system.module}.tla`, generateMc(twin, system)],
    [`${system.module}.cfg`, generateCfg(twin, system, 'NextMC', twin.invariants)],
  ]);

/** The modules of a twin as they ship, by file name. */
export const shippedFiles = ({ folder }: TwinDefinition): ReadonlyMap<string, string> =>
  new Map(
    [...tlaFiles]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
