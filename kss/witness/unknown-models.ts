import type { Policy } from '../../solution/solution.ts';
import { securityModels } from '../catalogue.ts';
import type { Unknown } from './witness.ts';

/** Objects of a user's own models: no search for witnesses knows what they do. */
export const unknownModels = ({ objects }: Policy): readonly Unknown[] =>
  objects
    .filter(({ model }) => !securityModels.has(model.text))
    .map(({ at, name, model }) => ({
      at,
      what: `a policy with "${name.text}"`,
      why: `${model.text} is a model of its user's own, of which nothing is known`,
    }));
