import type { Choice } from '../choice.ts';

/** C-60 … C-67: the kernel. */
export const kernelChoices: readonly Choice[] = [
  {
    id: 'C-60',
    about: 'who boots',
    reading: 'Boot acts for Einit: it raises the execute events, and no service requests.',
    at: ['kernel/mediate.ts', 'kernel/micro/boot.ts'],
  },
  {
    id: 'C-61',
    about: 'when a request is judged',
    reading:
      'When it is called, not when it is taken; a response when it is replied. Callers are served first come, first served.',
    at: [
      'kernel/micro/recv.ts',
      'kernel/micro/settle.ts',
      'kernel/micro/threads/threads.ts',
      'tla/ipc/Rendezvous.tla',
    ],
  },
  {
    id: 'C-62',
    about: 'a denied response',
    reading:
      'Reply and call both end with rcSecurityDisallow; outputs are withheld and handles made for them closed; other effects stay.',
    at: [
      'kernel/micro/answer-service.ts',
      'kernel/micro/reply.ts',
      'kernel/micro/services/service.ts',
      'tla/ipc/Rendezvous.tla',
    ],
  },
  {
    id: 'C-63',
    about: 'the end of a SID',
    reading:
      'Context of a SID goes when its object does; the SID of a process goes with the process.',
    at: [
      'kernel/micro/destroy.ts',
      'kernel/micro/gone-sids.ts',
      'kss/context.ts',
      'model/security.ts',
    ],
  },
  {
    id: 'C-64',
    about: 'calling while serving',
    reading: 'A call while serving nests; a recv while serving is refused.',
    at: ['kernel/micro/recv.ts', 'kernel/micro/threads/thread.ts'],
  },
  {
    id: 'C-65',
    about: 'boot that is denied, and the first SIDs',
    reading:
      'The kernel or Einit denied: the system halts. Another process denied: it stays unstarted. SID 1 is the kernel, 2 Einit until boot ends, then the processes of init.yaml.',
    at: [
      'kernel/kernel.ts',
      'kernel/micro/boot.ts',
      'kernel/numbering.ts',
      'properties/rejudge.ts',
    ],
  },
  {
    id: 'C-66',
    about: 'retcodes',
    reading:
      'The names are public and the numbers are ours, see spec/retcodes.md. A missing right and a denied verdict are both rcSecurityDisallow.',
    at: ['kernel/retcode.ts', 'model/step.ts'],
  },
  {
    id: 'C-67',
    about: 'a bad handle, and an unknown method',
    reading:
      'A bad handle is refused before any event is raised; a good one with an unknown endpoint or method is an event, and denied.',
    at: ['kernel/micro/call.ts', 'kernel/micro/present.ts', 'kernel/micro/transfer.ts'],
  },
];
