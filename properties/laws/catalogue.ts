import { auditDecidesNothing } from './audit-decides-nothing.ts';
import { decidingTwice } from './deciding-twice.ts';
import { denialChangesNothing } from './denial-changes-nothing.ts';
import type { Law } from './law.ts';
import { moreRulesNeverGrant } from './more-rules-never-grant.ts';
import { orderDoesNotMatter } from './order-does-not-matter.ts';
import { releaseForgets } from './release-forgets.ts';
import { uncoveredIsDenied } from './uncovered-is-denied.ts';

/** The laws of the engine. */
export const laws: readonly Law[] = [
  uncoveredIsDenied,
  moreRulesNeverGrant,
  orderDoesNotMatter,
  denialChangesNothing,
  decidingTwice,
  releaseForgets,
  auditDecidesNothing,
];
