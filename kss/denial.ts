import type { Denied } from '../model/security.ts';
import type { Resolved } from './resolve.ts';

/** The denial of an event that cannot be put before any rule (C-07). */
export const denialOf = (answer: Exclude<Resolved, { readonly kind: 'resolved' }>): Denied =>
  answer.kind === 'malformed'
    ? { kind: 'denied', because: 'malformed', fault: answer.fault, by: [] }
    : { kind: 'denied', because: answer.kind, name: answer.name, by: [] };
