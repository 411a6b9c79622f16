import { sortDiagnostics } from '../model/diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileCode } from './files/codes.ts';
import { lenientCodes } from './lenient.ts';
import type { LinkCode } from './link/codes.ts';
import type { YamlCode } from './yaml/codes.ts';

type AnyCode = LinkCode | FileCode | YamlCode;

/** What follows from declarations that could not be read whole: names seem unknown. */
const afterDeclarations: readonly AnyCode[] = [
  'IDL-001',
  'IDL-003',
  'CDL-001',
  'PSL-013',
  'PSL-014',
  'PSL-015',
  'PSL-016',
  'PSL-017',
  'PSL-019',
  'PSL-026',
  'PAL-002',
  'PAL-003',
  'OBJ-003',
  'PRG-003',
  'PRG-004',
  'INIT-006',
];

/** What follows from a policy that could not be read whole: what it declares seems to be missing. */
const afterPolicy: readonly AnyCode[] = [
  'PSL-003',
  'PSL-008',
  'PSL-009',
  'PSL-010',
  'PSL-023',
  'PSL-028',
  'PAL-001',
  'OBJ-003',
  'PRG-003',
  'INIT-004',
  'INIT-005',
  'INIT-006',
];

const isTextual = ({ code }: Diagnostic): boolean =>
  code.startsWith('SYN-') || code.startsWith('TPL-');

/** A file in which there is such a fault was not read whole. */
const isUnread = (one: Diagnostic): boolean => one.severity === 'error' && isTextual(one);

const isPolicy = (file: string): boolean => /\.psl(?:\.in)?$/.test(file);

/** Codes that would mislead, given the files that could not be read whole. */
const misleading = (unread: ReadonlySet<string>): ReadonlySet<string> => {
  const files = [...unread];
  return new Set<string>([
    ...(files.some(isPolicy) ? afterPolicy : []),
    ...(files.some((file) => /\.(?:idl|cdl|edl)(?:\.in)?$/.test(file)) ? afterDeclarations : []),
  ]);
};

/**
 * What is told, in the order of places. Of a file that could not be read whole only that is told,
 * and nothing that would follow from it elsewhere.
 */
export const tellable = (
  found: readonly Diagnostic[],
  reading: 'strict' | 'lenient',
): readonly Diagnostic[] => {
  const unread = new Set(found.filter(isUnread).map(({ at }) => at.file));
  const silent = misleading(unread);
  const told = found.filter(
    (one) => isTextual(one) || !(unread.has(one.at.file) || silent.has(one.code)),
  );
  return sortDiagnostics(
    told.map((one) =>
      reading === 'strict' && lenientCodes.has(one.code) ? { ...one, severity: 'error' } : one,
    ),
  );
};
