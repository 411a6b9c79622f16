import { anyCharacter, intersect, noCharacter, unite } from './characters.ts';
import type { Characters } from './characters.ts';
import { isNullable, isStar, keyOf } from './term.ts';
import type { Shape, Term } from './term.ts';
import { widestRepeats } from './widest-repeats.ts';

const anyKey = keyOf({ kind: 'characters', set: anyCharacter });

/**
 * Makes terms, each in the simplest form that the laws of sets and of repetition give it, so that a
 * pattern has few derivatives.
 *
 * Source: J. Brzozowski, "Derivatives of Regular Expressions", 1964; S. Owens, J. Reppy, A. Turon,
 *         "Regular-expression derivatives re-examined", 2009.
 */
export class Terms {
  readonly #byKey = new Map<string, Term>();
  #work = 0;
  readonly #mostWork: number;
  /** Fits no text. */
  readonly nothing = this.#intern({ kind: 'characters', set: noCharacter });
  /** Fits the empty text alone. */
  readonly empty = this.#intern({ kind: 'empty' });
  /** Fits every text. */
  readonly everything = this.#intern({ kind: 'not', of: this.nothing });

  /** Units: of `mostWork`, terms asked for and parts of them. */
  constructor(mostWork: number) {
    this.#mostWork = mostWork;
  }

  /** Has more work been asked for than was allowed? Then what is made is of no use. */
  get isSpent(): boolean {
    return this.#work > this.#mostWork;
  }

  characters(set: Characters): Term {
    return this.#intern({ kind: 'characters', set });
  }

  sequence(first: Term, rest: Term): Term {
    if (first === this.nothing || rest === this.nothing) return this.nothing;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    if (first.kind === 'sequence') {
      return this.sequence(first.first, this.sequence(first.rest, rest));
    }
    const isAgain = first === (rest.kind === 'sequence' ? rest.first : rest);
    return isAgain && (first === this.everything || isStar(first))
      ? rest
      : this.#intern({ kind: 'sequence', first, rest });
  }

  repeat(of: Term, asked: number, most: number): Term {
    const least = of.nullable ? 0 : asked;
    if (most === 0 || of === this.empty) return this.empty;
    if (of === this.nothing) return least === 0 ? this.empty : this.nothing;
    if (of === this.everything || isStar(of)) return of;
    if (most === 1 && (least === 1 || of.nullable)) return of;
    if (least === 0 && most === Infinity && keyOf(of) === anyKey) return this.everything;
    return this.#intern({ kind: 'repeat', of, least, most });
  }

  not(of: Term): Term {
    return of.kind === 'not' ? of.of : this.#intern({ kind: 'not', of });
  }

  either(given: readonly Term[]): Term {
    if (this.isSpent) return this.nothing;
    const parts = this.#flat('either', given, unite);
    if (parts.has(this.everything) || holdsOpposites(parts)) return this.everything;
    parts.delete(this.nothing);
    if ([...parts].some((part) => part !== this.empty && part.nullable)) parts.delete(this.empty);
    return this.#joined('either', widestRepeats(parts), this.nothing);
  }

  both(given: readonly Term[]): Term {
    if (this.isSpent) return this.nothing;
    const parts = this.#flat('both', given, intersect);
    if (parts.has(this.nothing) || holdsOpposites(parts)) return this.nothing;
    parts.delete(this.everything);
    if (!parts.has(this.empty)) return this.#joined('both', parts, this.everything);
    return [...parts].every(({ nullable }) => nullable) ? this.empty : this.nothing;
  }

  /** The parts, those of parts of the same kind among them, and sets of characters joined to one. */
  #flat(
    kind: 'either' | 'both',
    given: readonly Term[],
    join: (left: Characters, right: Characters) => Characters,
  ): Set<Term> {
    const all = given.flatMap((term) => (term.kind === kind ? term.of : [term]));
    this.#work += all.length;
    const parts = new Set(all);
    const sets = [...parts].flatMap((term) => (term.kind === 'characters' ? [term] : []));
    if (sets.length < 2) return parts;
    for (const term of sets) parts.delete(term);
    return parts.add(this.characters(sets.map(({ set }) => set).reduce(join)));
  }

  #joined(kind: 'either' | 'both', parts: ReadonlySet<Term>, ofNone: Term): Term {
    const of = [...parts].sort((left, right) => left.id - right.id);
    const [first = ofNone] = of;
    return of.length < 2 ? first : this.#intern({ kind, of });
  }

  #intern(shape: Shape): Term {
    const key = keyOf(shape);
    this.#work++;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const term = { ...shape, id: this.#byKey.size, nullable: isNullable(shape) };
    this.#byKey.set(key, term);
    return term;
  }
}

/** Is a term there with its complement? */
const holdsOpposites = (parts: ReadonlySet<Term>): boolean =>
  [...parts].some((part) => part.kind === 'not' && parts.has(part.of));
