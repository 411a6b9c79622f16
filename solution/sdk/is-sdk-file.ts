import { sdkFiles } from './embedded.ts';

/** Where the SDK files that refmon brings are said to lie. */
export const sdkDirectory = 'sdk/';

/** Is it a file that refmon brings, and no author of a solution has written? */
export const isSdkFile = (path: string): boolean =>
  path.startsWith(sdkDirectory) && sdkFiles.has(path.slice(sdkDirectory.length));
