import type { Span } from '../../model/span.ts';
import type { Outcome } from './outcome.ts';

interface Undecided {
  readonly at: Span;
  readonly what: string;
  readonly why: string;
}

interface WithOutcomes {
  readonly outcomes: readonly Outcome[];
}

/** What was not decided, each once. */
export class Unknowns<Item extends Undecided> {
  readonly #byText = new Map<string, Item>();

  add(unknown: Item): void {
    const { file, line, column } = unknown.at;
    const key = `${file}:${String(line)}:${String(column)} ${unknown.what} ${unknown.why}`;
    this.#byText.set(key, unknown);
  }

  get all(): readonly Item[] {
    return [...this.#byText.values()];
  }
}

/** The witnesses of one context, by their outcomes. */
export class Found<Item extends WithOutcomes> {
  readonly #byOutcomes = new Map<string, Item>();
  readonly #seen: Set<Outcome>[] = [];

  add(witness: Item): void {
    const key = witness.outcomes.join();
    if (!this.#byOutcomes.has(key)) this.#byOutcomes.set(key, witness);
    for (const [number, outcome] of witness.outcomes.entries()) {
      (this.#seen[number] ??= new Set()).add(outcome);
    }
  }

  has(number: number, outcome: Outcome): boolean {
    return this.#seen[number]?.has(outcome) ?? false;
  }

  get size(): number {
    return this.#byOutcomes.size;
  }

  get all(): readonly Item[] {
    return [...this.#byOutcomes.values()];
  }
}
