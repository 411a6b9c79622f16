import type { Span } from '../../../model/span.ts';
import type { Name } from './name.ts';

/** A CDL file (`component X`) or an EDL file (`entity X`, `task class X`) as written. */
export interface ComponentFile {
  readonly file: string;
  readonly language: 'cdl' | 'edl';
  readonly name: Name;
  /** The interface of the `security` clause. */
  readonly security: Name | undefined;
  readonly endpoints: readonly Member[];
  readonly components: readonly Member[];
  readonly at: Span;
}

/** `name : type`: an endpoint and its interface, or an instance and its component. */
export interface Member {
  readonly name: Name;
  readonly type: Name;
}
