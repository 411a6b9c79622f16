import type { Span } from '../../model/span.ts';
import type { Value } from '../../model/value.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { booleanType, textType } from '../../solution/link/types.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { fitsText } from '../regex/automaton.ts';
import { compilePattern } from '../regex/compile.ts';
import type { PatternFault } from '../regex/pattern.ts';
import { denied, failed, yielded } from '../security-model.ts';
import type { SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf } from '../values.ts';
import { entryOf, fault } from './configuration.ts';
import { dictionary, noParameters, stateless } from './stateless.ts';

/** The place of a fault within a text: exact where the text is written as it is, on one line. */
const placeIn = (at: Span, text: string, { offset }: PatternFault): Span => {
  const isAsWritten = at.line === at.endLine && at.endColumn - at.column === text.length + 2;
  if (!isAsWritten) return at;
  const column = at.column + 1 + offset;
  return { ...at, column, endColumn: column + 1 };
};

/** What is wrong with a pattern; it must stand in the policy itself. */
const patternFaults = (pattern: Expression): readonly ConfigurationFault[] => {
  if (pattern.kind !== 'text') {
    return [fault(pattern.at, 'a pattern is a text that stands in the policy itself')];
  }
  const { value, at } = pattern;
  const compiled = compilePattern(value);
  if (compiled.kind === 'automaton') return [];
  const { offset, why } = compiled.fault;
  const message = `this is no pattern: at character ${String(offset + 1)}, ${why}`;
  return [fault(placeIn(at, value, compiled.fault), message)];
};

const checkMatch = (argument: Expression): readonly ConfigurationFault[] => {
  if (argument.kind !== 'dictionary') {
    return [fault(argument.at, '{ text, pattern } is asked for, the pattern as a text')];
  }
  const pattern = entryOf(argument, 'pattern');
  return pattern === undefined ? [] : patternFaults(pattern);
};

const methods = new Map<string, MethodSignature>([
  [
    'match',
    {
      argument: () => dictionary({ text: textType, pattern: textType }),
      yields: () => booleanType,
      checkArgument: (_object, argument) => checkMatch(argument),
    },
  ],
  [
    'select',
    {
      argument: () => dictionary({ text: textType }),
      yields: () => textType,
      stands: 'beforeCases',
      checkCase: (_object, when) => patternFaults(when),
    },
  ],
]);

/** Does the pattern fit the whole text (C-30)? Fails for what is no pattern. */
const fits = (text: Value | undefined, pattern: Value | undefined): Yielded => {
  if (typeof text !== 'string') return failed('the text is not a text');
  if (typeof pattern !== 'string') return failed('the pattern is not a text');
  const compiled = compilePattern(pattern);
  return compiled.kind === 'automaton'
    ? yielded(fitsText(compiled.automaton, text))
    : failed(`the pattern is none: ${compiled.fault.why}`);
};

const select = (text: Value | undefined): Yielded =>
  typeof text === 'string' ? yielded(text) : failed('the text is not a text');

/**
 * Regex: texts against static patterns.
 *
 * Source: KasperskyOS Community Edition help, "Regex security model"; spec/models/regex.md.
 */
export const regex: SecurityModel<null> = {
  ...stateless,
  name: 'Regex',
  package: 'nk.regex',
  implicitObject: 're',
  methods,
  check: noParameters,
  audit: [{ key: 'emit', presence: 'required', values: () => ['match', 'select'] }],
  rule: () => denied('Regex has no rules'),
  expression: (_object, _state, method, argument) =>
    method === 'match'
      ? fits(fieldOf(argument, 'text'), fieldOf(argument, 'pattern'))
      : select(fieldOf(argument, 'text')),
  fitsCase: (_object, _method, text, pattern) => fits(text, pattern),
  omits: (_object, _state, { method }, { values }) => !values.includes(method),
};
