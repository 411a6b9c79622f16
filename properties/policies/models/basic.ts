import { conditionOf } from './base.ts';
import type { ModelShape } from './model-shape.ts';

/** Models without parameters and state, whose signatures say all: one object more, now and then. */
const plain = (model: string): ModelShape => ({ model, objects: [0, 1], declare: () => '' });

export const predShape = plain('Pred');

export const boolShape: ModelShape = {
  ...plain('Bool'),
  argument: (_, method, place) => conditionOf(method, place),
};

export const mathShape = plain('Math');

export const structShape = plain('Struct');
