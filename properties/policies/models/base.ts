import { boolean } from '../expressions.ts';
import type { Place } from '../scope.ts';
import type { ModelShape } from './model-shape.ts';

/** Rules that grant more often than not: else nothing moves. */
export const conditionOf = (method: string, place: Place): string | undefined => {
  if (method === 'assert') return `(${boolean(place, 'true').text})`;
  return undefined;
};

export const baseShape: ModelShape = {
  model: 'Base',
  objects: [0, 1],
  declare: () => '',
  argument: (_, method, place) => {
    if (method !== 'deny') return conditionOf(method, place);
    return place.draw.below(16) === 15 ? '()' : `(${boolean(place, 'false').text})`;
  },
};
