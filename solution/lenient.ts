import type { FileCode } from './files/codes.ts';
import type { LinkCode } from './link/codes.ts';
import type { SyntaxCode } from './syntax/codes.ts';
import type { YamlCode } from './yaml/codes.ts';

/** Warnings that a strict load turns into errors: C-02, C-23, C-40 … C-45, and forms of old versions. */
export const lenientCodes: ReadonlySet<string> = new Set<
  LinkCode | YamlCode | FileCode | SyntaxCode
>([
  'SOL-003',
  'SOL-007',
  'SOL-009',
  'SYN-009',
  'IDL-005',
  'IDL-008',
  'CDL-001',
  'CDL-002',
  'EDL-001',
  'PSL-003',
  'PSL-010',
  'PSL-021',
  'PSL-025',
  'PSL-026',
  'INIT-003',
  'INIT-004',
]);
