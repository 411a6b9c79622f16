import type { WalkCode } from './codes.ts';
import { fieldsBy } from './json-fields.ts';
import type { ComplainBy, JsonComplaint } from './json-fields.ts';

/** Something that is wrong with a document of `walk`. */
export type Complaint = JsonComplaint<WalkCode>;

export type Complain = ComplainBy<WalkCode>;

export { memberAt } from './json-fields.ts';
export type { Placed } from './json-fields.ts';

export const { objectAt, itemsAt, textAt, choiceAt, wordAt } = fieldsBy<WalkCode>({
  kind: 'WLK-003',
  number: 'WLK-004',
});
