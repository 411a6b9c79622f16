import { integerFault } from '../../solution/message/text.ts';
import type { PslType } from '../../solution/psl-type.ts';
import { pick, pickWeighted } from './draw.ts';
import type { Draw } from './draw.ts';
import { boolean } from './expressions.ts';
import type { ShapedObject } from './objects.ts';
import { texts } from './patterns.ts';
import type { Callable, Place } from './scope.ts';
import { quoted } from './written.ts';

/** Constants that a value of a type can equal; none where it is not compared. */
const caseConstants = (draw: Draw, type: PslType): readonly string[] => {
  switch (type.kind) {
    case 'literals':
      return type.values.map((value) =>
        typeof value === 'string' ? quoted(value) : String(value),
      );
    case 'text':
      return texts.slice(0, 6).map(quoted);
    case 'boolean':
      return ['true', 'false'];
    case 'integer': {
      const { width } = type;
      return [1n, 0n, 2n, 3n, 255n, -1n]
        .filter((value) => width === undefined || integerFault(value, width) === undefined)
        .map(String);
    }
    case 'sid':
      return ['2', '3', '4', '5'];
    case 'either':
      return type.of.slice(0, 1).flatMap((one) => caseConstants(draw, one));
    default:
      return [];
  }
};

/** What a choice can stand on: its text, and the cases that it may have. */
export interface Scrutinee {
  readonly text: string;
  readonly cases: readonly string[];
}

const scrutineeOfCall = (
  place: Place,
  objects: readonly ShapedObject[],
  call: Callable,
): Scrutinee => {
  const { draw } = place;
  const { of, method, signature, yields } = call;
  const shape = objects.find(({ name }) => name === of.name)?.shape;
  const given = signature.checkCase === undefined ? undefined : shape?.cases?.(of, method, draw);
  const cases = given ?? (yields === 'rule' ? [] : caseConstants(draw, yields));
  return { text: call.write({ ...place, depth: place.depth - 1 }), cases };
};

/** What a choice stands on, of all that has constants to compare it with. */
export const drawScrutinee = (place: Place, objects: readonly ShapedObject[]): Scrutinee => {
  const { draw, scope } = place;
  const isChoosable = ({ yields, signature }: Callable): boolean =>
    yields !== 'rule' &&
    (signature.checkCase !== undefined || caseConstants(draw, yields).length > 0);
  const calls = scope.calls.filter(isChoosable);
  const telling = calls.filter(
    ({ yields, signature }) =>
      signature.checkCase !== undefined || (yields !== 'rule' && yields.kind === 'literals'),
  );
  const readable = scope.readable.filter(({ type }) => caseConstants(draw, type).length > 0);
  return pickWeighted<() => Scrutinee>(draw, [
    [2, () => ({ text: boolean(place, 'either').text, cases: ['true', 'false'] })],
    [2, () => scrutineeOfCall(place, objects, pick(draw, calls))],
    ...(telling.length === 0
      ? []
      : [[6, () => scrutineeOfCall(place, objects, pick(draw, telling))] as const]),
    ...(readable.length === 0
      ? []
      : [
          [
            5,
            () => {
              const { text, type } = pick(draw, readable);
              return { text, cases: caseConstants(draw, type) };
            },
          ] as const,
        ]),
  ])();
};
