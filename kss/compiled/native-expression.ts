import { record } from '../../model/value.ts';
import { fitsText } from '../regex/automaton.ts';
import { compilePattern } from '../regex/compile.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { Code } from './code.ts';
import type { FlowStore } from './flow-store.ts';
import type { HashSetStore } from './hashset-store.ts';
import { sureParts } from './parts.ts';
import type { Scope } from './scope.ts';
import { sidCode } from './sid.ts';
import type { Store } from './store.ts';

const queryCode = (scope: Scope, store: FlowStore, call: Call): Code | undefined => {
  const parts = sureParts(scope, call.argument, ['sid']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  return () => store.query(sid());
};

const containsCode = (scope: Scope, store: HashSetStore, call: Call): Code | undefined => {
  const parts = sureParts(scope, call.argument, ['sid', 'entry']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  const entry = scope.compile(parts.entry).code;
  return () => store.contains(sid(), entry());
};

const matchCode = (scope: Scope, store: Store, call: Call): Code | undefined => {
  const parts = sureParts(scope, call.argument, ['text', 'pattern']);
  const pattern = parts === undefined ? undefined : scope.compile(parts.pattern).constant;
  if (parts === undefined || typeof pattern !== 'string') return undefined;
  const compiled = compilePattern(pattern);
  if (compiled.kind !== 'automaton') return undefined;
  const text = scope.compile(parts.text).code;
  const { automaton } = compiled;
  const whole = scope.compile(call.argument).code;
  return () => {
    const value = text();
    if (typeof value === 'string') return fitsText(automaton, value);
    const argument = whole();
    return argument === undefined ? undefined : store.expression('match', argument);
  };
};

/** Of `cond` only the condition and what it chooses are evaluated (C-24, the other way). */
const condCode = (scope: Scope, store: Store, call: Call): Code | undefined => {
  const { argument } = call;
  if (scope.options.switches.logic === 'strict' || argument.kind !== 'dictionary') return undefined;
  const partOf = (name: string): Code => {
    const entry = argument.entries.find(({ key }) => key.text === name);
    return entry === undefined ? () => null : scope.compile(entry.value).code;
  };
  const [condition, met, unmet] = [partOf('if'), partOf('then'), partOf('else')];
  return () => {
    const chooses = condition();
    if (chooses === undefined) return undefined;
    const chosen = chooses === true ? met() : unmet();
    if (chosen === undefined) return undefined;
    const name = chooses === true ? 'then' : 'else';
    return store.expression('cond', record([['if', chooses] as const, [name, chosen] as const]));
  };
};

/** Code of an expression method that builds no argument; absent where the call is not plain enough. */
export const nativeExpression = (scope: Scope, call: Call): Code | undefined => {
  const { stores } = scope;
  const store = stores.get(objectOf(call));
  switch (store?.kind) {
    case 'flow':
      return call.method.text === 'query' ? queryCode(scope, store, call) : undefined;
    case 'hashset':
      return call.method.text === 'contains' ? containsCode(scope, store, call) : undefined;
    case 'regex':
      return call.method.text === 'match' ? matchCode(scope, store, call) : undefined;
    case 'bool':
      return call.method.text === 'cond' ? condCode(scope, store, call) : undefined;
    default:
      return undefined;
  }
};
