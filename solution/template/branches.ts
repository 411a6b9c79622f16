/** An `if` that is open: whether its text counts now, and whether a branch has counted before. */
export interface Branch {
  readonly start: number;
  readonly counts: boolean;
  readonly taken: boolean;
  readonly isLast: boolean;
}

/** The branches that are open, the innermost last. */
export class Branches {
  readonly #open: Branch[] = [];
  /** How many of them do not count: none may be asked again at every tag. */
  #idle = 0;

  get all(): readonly Branch[] {
    return this.#open;
  }

  /** Does text count here? */
  get count(): boolean {
    return this.#idle === 0;
  }

  push(branch: Branch): void {
    this.#open.push(branch);
    if (!branch.counts) this.#idle += 1;
  }

  pop(): Branch | undefined {
    const branch = this.#open.pop();
    if (branch?.counts === false) this.#idle -= 1;
    return branch;
  }
}
