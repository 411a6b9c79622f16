import type { RelatedPlace } from '../model/diagnostic.ts';
import type { Name } from './syntax/tree/name.ts';

/** Complains of each name that stands a second time; says where it stands first. */
export const reportTwice = (
  names: readonly Name[],
  complain: (name: Name, first: { readonly related: readonly RelatedPlace[] }) => void,
): void => {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const first = seen.get(name.text);
    if (first !== undefined) {
      complain(name, { related: [declaredHere(first.at)] });
    } else if (name.text !== '') seen.set(name.text, name);
  }
};

/** The place of the first of two. */
export const declaredHere = (at: Name['at']): RelatedPlace => ({ at, message: 'declared here' });
