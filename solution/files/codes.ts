/** What finding the files of a solution can say. Codes are permanent. */
export const fileCodes = {
  'SOL-001': 'No policy was found.',
  'SOL-002': 'Several policies were found, and none was chosen.',
  'SOL-003': 'Two files declare one name with different content; the nearest to the policy counts.',
  'SOL-004': 'A file that was named does not exist.',
  'SOL-005': 'No init description was found; the solution has no processes.',
  'SOL-006': 'A template lies beside the file that a build made of it; the made file counts.',
  'SOL-007': 'A policy package was found by the last part of its name alone.',
  'SOL-008': 'Several init descriptions are equally near to the policy; the first counts.',
  'SOL-009': 'An IDL or CDL file declares another name than its path says; the path counts.',
} as const satisfies Record<`${string}-${number}`, string>;

export type FileCode = keyof typeof fileCodes;
