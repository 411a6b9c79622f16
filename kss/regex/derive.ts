import { has } from './characters.ts';
import type { Term } from './term.ts';
import type { Terms } from './terms.ts';

/** Derivatives by one character, as far as they are known. */
export type Derivatives = Map<Term, Term>;

/**
 * The derivative of a sequence: of its first part; and, while parts fit the empty text, of the next.
 * It is made from the end, so that the derivative of each rest is made once.
 */
const deriveSequence = (
  terms: Terms,
  sequence: Extract<Term, { readonly kind: 'sequence' }>,
  point: number,
  known: Derivatives,
): Term => {
  const passed = [sequence];
  let last: Term = sequence.rest;
  while (passed.at(-1)?.first.nullable === true && last.kind === 'sequence' && !known.has(last)) {
    passed.push(last);
    last = last.rest;
  }
  let derivative = terms.nothing;
  for (const here of passed.reverse()) {
    const ofFirst = terms.sequence(derive(terms, here.first, point, known), here.rest);
    if (here.first.nullable) {
      const ofRest = here.rest === last ? derive(terms, last, point, known) : derivative;
      derivative = terms.either([ofFirst, ofRest]);
    } else derivative = ofFirst;
    known.set(here, derivative);
  }
  return derivative;
};

const deriveAnew = (terms: Terms, term: Term, point: number, known: Derivatives): Term => {
  switch (term.kind) {
    case 'empty':
      return terms.nothing;
    case 'characters':
      return has(term.set, point) ? terms.empty : terms.nothing;
    case 'sequence':
      return deriveSequence(terms, term, point, known);
    case 'repeat': {
      const rest = terms.repeat(term.of, Math.max(term.least - 1, 0), term.most - 1);
      return terms.sequence(derive(terms, term.of, point, known), rest);
    }
    case 'either':
      return terms.either(term.of.map((part) => derive(terms, part, point, known)));
    case 'both':
      return terms.both(term.of.map((part) => derive(terms, part, point, known)));
    case 'not':
      return terms.not(derive(terms, term.of, point, known));
  }
};

/** What a term asks of the rest of a text that begins with a code point. */
export const derive = (terms: Terms, term: Term, point: number, known: Derivatives): Term => {
  const found = known.get(term);
  if (found !== undefined) return found;
  const derivative = deriveAnew(terms, term, point, known);
  known.set(term, derivative);
  return derivative;
};
