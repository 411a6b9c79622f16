import { denied, failed } from '../security-model.ts';
import type { SecurityModel } from '../security-model.ts';
import { noParameters, stateless } from './stateless.ts';

/**
 * Struct: access to fields and elements, as operators only (kss/evaluate.ts).
 *
 * Source: KasperskyOS Community Edition help, "Struct security model"; spec/models/basic.md.
 */
export const struct: SecurityModel<null> = {
  ...stateless,
  name: 'Struct',
  package: 'nk.basic',
  implicitObject: 'struct',
  methods: new Map(),
  check: noParameters,
  audit: undefined,
  rule: () => denied('Struct has no rules'),
  expression: () => failed('Struct has no methods'),
};
