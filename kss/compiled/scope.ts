import type { MessageType } from '../../solution/data-type.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Compiled } from './code.ts';
import type { Frame } from './frame.ts';
import type { Recorder } from './recorder.ts';
import type { AnyStore } from './stores.ts';
import type { Keeping } from './verdicts.ts';

/** What compiled code may use: the session's registers and stores, and the message type of its slot. */
export interface Scope {
  readonly frame: Frame;
  /** Compiles an expression in this very scope. */
  readonly compile: (expression: Expression) => Compiled;
  readonly stores: ReadonlyMap<string, AnyStore>;
  readonly options: EngineOptions;
  readonly keeping: Keeping;
  readonly type: MessageType;
  /** Has the event a `dst_sid`? Security events have none. */
  readonly destination: 'there' | 'absent';
  /** What records calls of an object under the audit profile that applies; absent if nothing does. */
  readonly recorderOf: (object: string) => Recorder | undefined;
  /** To be called before the audit level moves. */
  readonly noteLevel: () => void;
}
