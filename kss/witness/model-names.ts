import type { Solution } from '../../solution/solution.ts';
import type { ModelOf } from './atoms-of-call.ts';

/** The name of the model of each policy object. */
export const modelNames = ({ policy }: Solution): ModelOf => {
  const models = new Map(policy.objects.map(({ name, model }) => [name.text, model.text]));
  return (object) => models.get(object);
};
