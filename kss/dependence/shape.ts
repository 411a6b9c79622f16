import type { MessageType } from '../../solution/data-type.ts';
import type { MethodSignature } from '../../solution/catalogue.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { EngineOptions } from '../engine-options.ts';
import { objectOf } from '../event-environment.ts';

/** What is known of the values at a place, before any event. */
export interface Shape {
  readonly message: MessageType;
  readonly objects: ReadonlyMap<string, PolicyObject>;
  readonly models: EngineOptions['models'];
}

/** The name of the model of the object that a call names. */
export const modelNameOf = ({ objects }: Pick<Shape, 'objects'>, call: Call): string | undefined =>
  objects.get(objectOf(call))?.model.text;

/** The signature of the method that a call names. */
export const signatureOf = (
  { objects, models }: Pick<Shape, 'objects' | 'models'>,
  call: Call,
): MethodSignature | undefined =>
  models.get(modelNameOf({ objects }, call) ?? '')?.methods.get(call.method.text);

/** Is it the function `size`? */
export const isSize = ({ object, method }: Call): boolean =>
  object === undefined && method.text === 'size';
