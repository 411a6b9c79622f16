import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { PlacedItem } from './placed-item.ts';
import { isSize, modelNameOf, signatureOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** A call that reads or changes what an object keeps. */
export interface Use {
  readonly item: PlacedItem;
  readonly call: Call;
  readonly object: string;
  readonly model: string;
  readonly does: 'reads' | 'changes';
  /** The variable whose SID alone it is about; absent where it may be about others. */
  readonly about: 'src_sid' | 'dst_sid' | undefined;
}

/** Models whose objects keep nothing, but for the audit level, which no verdict rests on (C-31). */
const stateless = new Set(['Base', 'Pred', 'Bool', 'Math', 'Struct', 'Regex']);

/** Rules that leave the state as it is; of a user's own model any rule may change it. */
const reading: ReadonlyMap<string, readonly string[]> = new Map([
  ['Flow', ['allow']],
  ['Mic', ['call', 'invoke', 'read', 'write']],
  ['Mls', ['read', 'append', 'write']],
  ['Rbac', ['check']],
  ['Te', ['check']],
  ['Temporal', ['require']],
]);

/** Models that keep something for each SID apart, named by `sid`. */
const keyedBySid = new Set(['Flow', 'HashSet', 'StaticMap', 'Temporal']);

const findAbout = ({ argument }: Call, model: string): Use['about'] => {
  if (!keyedBySid.has(model) || argument.kind !== 'dictionary') return undefined;
  const sid = argument.entries.find(({ key }) => key.text === 'sid')?.value;
  if (sid?.kind !== 'variable') return undefined;
  return sid.name === 'src_sid' || sid.name === 'dst_sid' ? sid.name : undefined;
};

const useOf = (
  shape: Pick<Shape, 'objects' | 'models'>,
  item: PlacedItem,
  call: Call,
): readonly Use[] => {
  const model = modelNameOf(shape, call);
  if (model === undefined || stateless.has(model) || isSize(call)) return [];
  const isRule = signatureOf(shape, call)?.yields === 'rule';
  const changes = isRule && reading.get(model)?.includes(call.method.text) !== true;
  const does = changes ? 'changes' : 'reads';
  return [{ item, call, object: objectOf(call), model, does, about: findAbout(call, model) }];
};

const callsIn = (expression: Expression): readonly Call[] => [
  ...(expression.kind === 'call' ? [expression.call] : []),
  ...subExpressions(expression).flatMap(callsIn),
];

/** Every call of an item that uses the state of an object. */
export const usesOf = (
  shape: Pick<Shape, 'objects' | 'models'>,
  item: PlacedItem,
): readonly Use[] => {
  const { what } = item;
  const calls =
    what.kind === 'call' ? [what.call, ...callsIn(what.call.argument)] : callsIn(what.expression);
  return calls.flatMap((call) => useOf(shape, item, call));
};
