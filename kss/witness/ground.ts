import type { Value } from '../../model/value.ts';
import type { MessageType } from '../../solution/data-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Solution } from '../../solution/solution.ts';
import type { PolicyObject, TypeExpression } from '../../solution/syntax/tree/psl.ts';
import type { Context } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { isClosed, valueIn } from './closed.ts';
import type { IntegerTerm } from './bits.ts';
import type { Chosen } from './message-of.ts';
import type { Ground } from './translated.ts';

const isValues = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** What a HashSet has for a SID, as it describes itself. */
const entriesIn = (context: Context, object: string, sid: Value): readonly Value[] | undefined => {
  const described = context.objects.get(object)?.describe();
  if (typeof described !== 'object' || described === null) return undefined;
  const found: unknown = new Map<string, unknown>(Object.entries(described)).get(
    typeof sid === 'bigint' ? String(sid) : '',
  );
  return isValues(found) ? found : undefined;
};

/** The value of an expression that reads nothing of the message; absent if it has none. */
export const closedValue = (
  expression: Expression,
  resolved: ResolvedEvent,
  context: Context,
): Value | undefined => {
  if (!isClosed(expression)) return undefined;
  const value = valueIn(expression, resolved, context);
  return value.kind === 'value' ? value.value : undefined;
};

const hasLiterals = (type: TypeExpression): boolean => {
  switch (type.kind) {
    case 'literal':
    case 'variant':
      return true;
    case 'named':
    case 'unit':
      return false;
    case 'tuple':
      return type.elements.some(hasLiterals);
    case 'dictionary':
      return type.fields.some((field) => hasLiterals(field.type));
  }
};

/** What is kept is of types with gaps: then what holds at both ends of an interval may not between. */
const hasGaps = ({ model, parameters }: PolicyObject): boolean =>
  ['HashSet', 'StaticMap'].includes(model.text) &&
  parameters.some((one) => one.kind === 'type' && hasLiterals(one.type));

/** The models of a solution's objects by name; an object whose types have gaps is of none that is known. */
export const modelsOf = ({ policy }: Solution): ReadonlyMap<string, string> =>
  new Map(
    policy.objects.map((object) => [
      object.name.text,
      hasGaps(object) ? `${object.model.text} with gaps` : object.model.text,
    ]),
  );

/** What translation rests on at one event in one context, but for what is chosen. */
export const groundIn = (
  type: MessageType,
  models: ReadonlyMap<string, string>,
  resolved: ResolvedEvent,
  context: Context,
): ((chosen: Chosen, terms: ReadonlyMap<string, IntegerTerm>) => Ground) => {
  const rest: Omit<Ground, 'chosen' | 'terms'> = {
    type,
    closed: (expression) => closedValue(expression, resolved, context),
    ask: (call, argument) =>
      context.objects.get(objectOf(call))?.expression(call.method.text, argument) ?? {
        kind: 'failed',
        why: 'no such object',
      },
    askRule: (call, argument) => {
      const kind = context.objects.get(objectOf(call))?.rule(call.method.text, argument)
        .result.kind;
      if (kind === 'granted') return 'true';
      return kind === 'denied' ? 'false' : 'failed';
    },
    modelOf: (object) => models.get(object),
    entriesOf: (object, sid) => entriesIn(context, object, sid),
  };
  return (chosen, terms) => ({ ...rest, chosen, terms });
};
