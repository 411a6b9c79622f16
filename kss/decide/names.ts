import type { Sid } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import { subjectsOf } from '../../solution/subjects.ts';
import { makeFreeSids } from './free-sids.ts';

/** Most characters that the names of objects may have together. */
export const mostCharacters = 16 * 1024 * 1024;

/** SIDs of names: subjects have theirs, any other name an object of its own (C-12). */
export interface Names {
  readonly subject: (name: string) => Subject;
  /** Absent if no SID is free, or the names would be too long. */
  readonly sid: (name: string) => Sid | undefined;
  /**
   * The SID that a name had, which is free from then on (C-32); a subject has another at once, or
   * keeps its own where none is free.
   */
  readonly drop: (name: string) => Sid | undefined;
  /** Forgets the names that have come since they were last kept. */
  readonly keep: () => void;
  readonly forget: () => void;
  readonly reset: () => void;
}

export const makeNames = (solution: Solution): Names => {
  const subjects = subjectsOf(solution);
  const free = makeFreeSids(subjects.firstFreeSid);
  const renewed = new Map<string, Sid>();
  const objects = new Map<string, Sid>();
  let fresh: string[] = [];
  let characters = 0;

  const subject = (name: string): Subject => {
    const found = subjects.find(name);
    const sid = renewed.get(name);
    return found.kind === 'known' && sid !== undefined ? { ...found, sid } : found;
  };
  const add = (name: string): Sid | undefined => {
    if (characters + name.length > mostCharacters) return undefined;
    const sid = free.take();
    if (sid === undefined) return undefined;
    objects.set(name, sid);
    fresh.push(name);
    characters += name.length;
    return sid;
  };
  const remove = (name: string): Sid | undefined => {
    const sid = objects.get(name);
    if (sid === undefined) return undefined;
    objects.delete(name);
    free.free(sid);
    characters -= name.length;
    return sid;
  };
  const renew = (name: string, old: Sid): Sid => {
    const sid = free.take();
    if (sid !== undefined) renewed.set(name, sid);
    if (sid !== undefined) free.free(old);
    return old;
  };
  return {
    subject,
    sid: (name) => {
      const found = subject(name);
      return found.kind === 'known' ? found.sid : (objects.get(name) ?? add(name));
    },
    drop: (name) => {
      const found = subject(name);
      return found.kind === 'known' ? renew(name, found.sid) : remove(name);
    },
    keep: () => {
      if (fresh.length > 0) fresh = [];
    },
    forget: () => {
      for (const name of fresh) remove(name);
      fresh = [];
    },
    reset: () => {
      renewed.clear();
      objects.clear();
      free.reset();
      fresh = [];
      characters = 0;
    },
  };
};
