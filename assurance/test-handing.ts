import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';

/** Methods that give and take handles, on the server of the tests. */
export const handingFiles = {
  't/Hand.idl': `package t.Hand
interface {
    Give(out Handle handle);
    Take(in Handle handle, in UInt8 number);
}
`,
  't/Server.edl': `task class t.Server
components { impl : t.Impl }
endpoints { hand   : t.Hand
            direct : t.Ping }
`,
} as const;

/**
 * A server that makes an object of its own, gives handles to it, and takes what it is handed. With `isCallable` the object
 * can be called, at the endpoint `direct`. `rights` are those of the handles that it gives, `keep` what it keeps of a request of Take: where that is
 * nothing it closes what is not its own.
 */
export const handingProgram = ({
  isCallable = false,
  rights = 0x3_0002,
  keep = '{}',
}: {
  readonly isCallable?: boolean;
  readonly rights?: number;
  readonly keep?: string;
}): string => `programs:
- process: server
  initial: make
  states:
    make:
      do: "call kernel : handle.Handle.CreateUserObject { type : 1, rights : 0x30003${isCallable ? ', ipcChannel : listener, riid : 1' : ''} }"
      on:
      - {on: response, when: message.rc == 0, keep: {file: message.handle}, next: serve}
    serve:
      do: recv
      on:
      - {on: request hand.Give, next: give}
      - {on: request hand.Take, when: message.handle.context >= 0, next: taken}
      - {on: request hand.Take, keep: ${keep}, next: ${keep === '{}' ? 'close' : 'taken'}}
      - {on: request, next: taken}
    give:
      do: "reply { handle : lend { handle : kept.file, rights : ${String(rights)} } }"
      on:
      - {on: refused, next: taken}
      - {on: any, next: serve}
    close:
      do: "call kernel : handle.Handle.Close { handle : message.handle }"
      on:
      - {on: any, next: taken}
    taken:
      do: reply {}
      on:
      - {on: any, next: serve}
`;

/** What objects of the server are labelled with, when they are made. */
export const handingHead = `policy object file : Flow { type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"], "open" : ["shut", "open"] } } }
execute { grant () }
request src=t.Server dst=kl.core.Core endpoint=handle.Handle {
    match method=CreateUserObject { grant () }
    match method=Close { grant () }
}
response src=kl.core.Core dst=t.Server endpoint=handle.Handle method=Close { grant () }
response src=kl.core.Core dst=t.Server endpoint=handle.Handle method=CreateUserObject { file.init { sid : message.handle.handle } }
`;

/** A client and the server that hands objects of its own out, under a policy. */
export const handingSolution = (
  policy: string,
  programs: string,
  more: Readonly<Record<string, string>> = {},
): Solution =>
  solutionWith(`${handingHead}${policy}`, {
    ...handingFiles,
    'programs.yaml': programs,
    ...more,
  });
