import type { Requirement } from '../requirement.ts';

/** S1 … S14: communication, configuration, isolation, mediation. */
export const systemRequirements: readonly Requirement[] = [
  {
    id: 'IPC-1',
    row: 'S1',
    statement:
      'A process reaches another process by call, recv and reply alone, and each of them ends as the TLA+ modules Ipc and Channels say.',
    supportedBy: ['twin:Ipc', 'twin:Channels'],
  },
  {
    id: 'IPC-2',
    row: 'S1',
    statement:
      'A granted request stands until an answer, granted or denied, ends it, or time, an interrupt or a death does: its caller is in one queue once, or awaits the one process that serves it.',
    supportedBy: ['invariants:Ipc', 'twin:Ipc'],
  },
  {
    id: 'IPC-3',
    row: 'S1',
    statement:
      'A kernel service is a method of an endpoint of kl.core.Core: it is called like any other, judged as a request and again as a response.',
    supportedBy: ['suite'],
  },
  {
    id: 'KRN-1',
    row: 'S2',
    statement: 'The security engine is given no type of a kernel.',
    supportedBy: ['types'],
  },
  {
    id: 'KRN-2',
    row: 'S2',
    statement: 'A second kernel of another design passes the same properties with the same engine.',
    supportedBy: ['suite'],
  },
  {
    id: 'POSIX-1',
    row: 'S3',
    statement: 'Programs of the native interface and of POSIX run together and are judged alike.',
    supportedBy: [],
  },
  {
    id: 'LBL-1',
    row: 'S4',
    statement:
      'No process starts whose class the policy does not include, and none without a granted execute event.',
    supportedBy: ['property:startedByGrant', 'invariants:Lifecycle', 'twin:Lifecycle'],
  },
  {
    id: 'LBL-2',
    row: 'S4',
    statement: 'Every resource has a SID and a type, and access to one without is impossible.',
    supportedBy: [],
  },
  {
    id: 'TCB-1',
    row: 'S5',
    statement: 'A service that the solution does not name is absent from its system.',
    supportedBy: [],
  },
  {
    id: 'TCB-2',
    row: 'S5',
    statement: 'The size of kernel and engine is measured and stays below a ceiling.',
    supportedBy: [],
  },
  {
    id: 'CMP-1',
    row: 'S6',
    statement:
      'Components nest, and a policy that names an endpoint of a nested component by its qualified name is linked and judged.',
    supportedBy: ['check', 'test'],
  },
  {
    id: 'CMP-2',
    row: 'S6',
    statement: 'Several processes of one class have SIDs and security contexts of their own.',
    supportedBy: [],
  },
  {
    id: 'LANG-1',
    row: 'S7',
    statement:
      "The solution's IDL, CDL, EDL, PSL and init.yaml are read, linked and type-checked without an error.",
    supportedBy: ['check'],
  },
  {
    id: 'LANG-2',
    row: 'S7',
    statement: 'Each PAL expectation of the policy is met by the security engine.',
    supportedBy: ['test'],
  },
  {
    id: 'LANG-3',
    row: 'S7',
    statement:
      'Whatever is wrong with an input is a list of diagnostics, each with a permanent code and a place.',
    supportedBy: ['suite'],
  },
  {
    id: 'LANG-4',
    row: 'S7',
    statement:
      'Huge and deeply nested inputs end in a diagnostic, in time proportional to their length.',
    supportedBy: ['suite'],
  },
  {
    id: 'LANG-5',
    row: 'S7',
    statement:
      'Every construct of the public languages is accepted and has its documented meaning.',
    supportedBy: ['suite'],
  },
  {
    id: 'VER-1',
    row: 'S8',
    statement:
      'All that one command verifies of the solution holds: loading, expectations, search, objectives, properties and twin.',
    supportedBy: [
      'check',
      'test',
      'explore',
      'objective',
      'property:completeMediation',
      'property:defaultDeny',
      'property:integrity',
      'property:authorityConfinement',
      'property:revocation',
      'property:startedByGrant',
      'property:deadHoldsNothing',
      'property:contextRelease',
      'property:quotas',
      'property:noninterference',
      'twin:Ipc',
      'twin:Handles',
      'twin:Lifecycle',
      'twin:Notice',
      'twin:Channels',
      'twin:Memory',
      'twin:Dma',
    ],
  },
  {
    id: 'VER-2',
    row: 'S8',
    statement: "The solution's own policy and topology are model-checked by TLC.",
    supportedBy: [],
  },
  {
    id: 'LIFE-1',
    row: 'S9',
    statement:
      'Boot, install, update, start, stop, crash, restart, revoke and remove keep every invariant.',
    supportedBy: [
      'property:startedByGrant',
      'invariants:Handles',
      'invariants:Lifecycle',
      'twin:Lifecycle',
    ],
  },
  {
    id: 'LIFE-2',
    row: 'S9',
    statement:
      'The security context of a SID goes with its object, and nothing else loses its context.',
    supportedBy: [
      'property:contextRelease',
      'invariants:Handles',
      'twin:Handles',
      'invariants:Lifecycle',
      'twin:Lifecycle',
    ],
  },
  {
    id: 'LIFE-3',
    row: 'S9',
    statement: 'A process that has ended holds nothing, waits for nothing and serves nobody.',
    supportedBy: [
      'property:deadHoldsNothing',
      'invariants:Ipc',
      'twin:Ipc',
      'invariants:Lifecycle',
      'twin:Lifecycle',
      'invariants:Notice',
      'twin:Notice',
      'invariants:Channels',
      'twin:Channels',
      'invariants:Memory',
      'invariants:Dma',
      'twin:Memory',
      'twin:Dma',
    ],
  },
  {
    id: 'ISO-1',
    row: 'S10',
    statement: 'No step changes anything of a process that takes no part in it.',
    supportedBy: ['property:integrity'],
  },
  {
    id: 'ISO-2',
    row: 'S10',
    statement: 'The unwinding conditions hold: no flow but by granted IPC and granted sharing.',
    supportedBy: ['property:noninterference'],
  },
  {
    id: 'ISO-3',
    row: 'S10',
    statement:
      'No number that a process sees (a handle, a SID, a place) depends on what another domain has done.',
    supportedBy: ['property:noninterference'],
  },
  {
    id: 'TYPE-1',
    row: 'S11',
    statement:
      'No message is granted that is not of the type its interface declares: the kernel reads each one again.',
    supportedBy: ['property:completeMediation'],
  },
  {
    id: 'TYPE-2',
    row: 'S11',
    statement:
      'A malformed request is denied before any rule and changes nothing but the audit log.',
    supportedBy: ['property:defaultDeny'],
  },
  {
    id: 'TYPE-3',
    row: 'S11',
    statement: 'Responses and errors are checked against the interface as requests are.',
    supportedBy: ['suite'],
  },
  {
    id: 'CFG-1',
    row: 'S12',
    statement:
      'Nothing of a solution runs before its whole configuration has passed every static check.',
    supportedBy: ['check'],
  },
  {
    id: 'MED-1',
    row: 'S13',
    statement: 'Each effect of a process on another rests on an event that the policy grants.',
    supportedBy: ['property:completeMediation'],
  },
  {
    id: 'MED-2',
    row: 'S13',
    statement:
      'The functions that change another process take a permit or a standing right, and no code can make or forge a permit.',
    supportedBy: ['types'],
  },
  {
    id: 'MED-3',
    row: 'S13',
    statement:
      'In the module Ipc only a granted request comes to stand, and only over a channel; the graph of the kernel is the same.',
    supportedBy: ['invariants:Ipc', 'twin:Ipc'],
  },
  {
    id: 'DENY-1',
    row: 'S14',
    statement: 'An event that no rule covers is denied, and a denied request changes nothing.',
    supportedBy: ['property:defaultDeny'],
  },
  {
    id: 'DENY-2',
    row: 'S14',
    statement:
      'In the module Ipc a denied request leaves every variable as it was, and a denied answer ends the call and moves no context; the graph of the kernel is the same.',
    supportedBy: ['twin:Ipc'],
  },
];
