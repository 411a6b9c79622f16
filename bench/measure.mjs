// @ts-check
/**
 * Contestants side by side, in one run: they take turns, so that whatever else the machine does falls
 * on all of them alike, and the median of the rounds counts. Each has a process of its own, as it has
 * with its users: in one process the code of each is compiled for what all of them do with it.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Shape: a contestant is absent where its package is not installed.
 * @typedef {{ bench: string, name: string, opsPerSecond: number, ratio: number }} Row
 * @typedef {(index: number) => boolean} Decide
 * @typedef {{ name: string, decide: Decide }} Contestant
 * @typedef {{ expected: readonly boolean[], contestants: Readonly<Record<string, () => Promise<Decide | undefined>>> }} Arena
 * @typedef {{ quick: boolean, say: (line: string) => void }} Choice
 */

/** @param {readonly number[]} values */
export const median = (values) =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/** Milliseconds of one call. @param {() => unknown} work */
export const time = (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** Without calls of WebAssembly compiled into JavaScript: with them, V8 11.3 ended at times while cedar-wasm ran. */
const flags = ['--max-old-space-size=4000', '--no-turbo-inline-js-wasm-calls'];

/** One contestant in its process: it says when it is ready, and measures one round each time it is asked. */
class ContestantProcess {
  #child;
  /** @type {(message: any) => void} */
  #take = () => undefined;
  /** @type {(error: Error) => void} */
  #fail = () => undefined;

  /** @param {string} bench @param {string} name @param {Choice} choice */
  constructor(bench, name, { quick }) {
    const main = fileURLToPath(new URL('contestant.mjs', import.meta.url));
    this.#child = fork(main, [bench, name, quick ? '20' : '150'], { execArgv: flags });
    this.#child.on('message', (message) => this.#take(message));
    this.#child.on('exit', (code) => this.#fail(new Error(`${name} ended with ${String(code)}`)));
  }

  /** @returns {Promise<any>} */
  #answer() {
    return new Promise((resolve, reject) => {
      this.#take = resolve;
      this.#fail = reject;
    });
  }

  /** Whether it is there. @returns {Promise<boolean>} */
  async isReady() {
    const { kind, why } = await this.#answer();
    if (kind === 'wrong') throw new Error(why);
    return kind === 'ready';
  }

  /** Decisions a second. @returns {Promise<number>} */
  async round() {
    this.#child.send('round');
    return (await this.#answer()).speed;
  }

  end() {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}

/** @typedef {{ name: string, turns: ContestantProcess, speeds: number[], isLost: boolean }} Measured */

/** One round of one; a peer whose process ends is lost, and said to be. @param {Measured} one @param {Choice} choice */
const takeTurn = async (one, { say }) => {
  if (one.isLost) return;
  try {
    one.speeds.push(await one.turns.round());
  } catch (error) {
    if (one.name.startsWith('refmon')) throw error;
    one.isLost = true;
    say(`lost: ${error instanceof Error ? error.message : String(error)} while it was measured`);
  }
};

/**
 * Decisions a second of each, in the order of the names. The first is the one that the ratios are to: ours by theirs.
 * @param {string} bench @param {readonly string[]} names @param {Choice} choice
 * @returns {Promise<Map<string, number>>}
 */
export const sideBySide = async (bench, names, choice) => {
  /** @type {Measured[]} */
  const all = [];
  try {
    for (const name of names) {
      const turns = new ContestantProcess(bench, name, choice);
      const isReady = await turns.isReady();
      if (isReady) all.push({ name, turns, speeds: [], isLost: false });
      else {
        turns.end();
        choice.say(`skipped: ${name} is not installed (npm run bench installs it)`);
      }
    }
    for (let round = 0; round < (choice.quick ? 3 : 9); round += 1) {
      for (const one of all) await takeTurn(one, choice);
    }
  } finally {
    for (const { turns } of all) turns.end();
  }
  const left = all.filter(({ isLost }) => !isLost);
  return new Map(left.map(({ name, speeds }) => [name, median(speeds)]));
};

/** @param {string} bench @param {Map<string, number>} speeds @returns {Row[]} */
export const rowsOf = (bench, speeds) => {
  const [ours = 1] = speeds.values();
  return [...speeds].map(([name, opsPerSecond]) => ({
    bench,
    name,
    opsPerSecond,
    ratio: ours / opsPerSecond,
  }));
};

/** Says whether a target is met, and by how much. @param {Choice} choice @param {string} what @param {number} is @param {number} least @param {string} unit */
export const target = ({ say }, what, is, least, unit) => {
  const share = is / least;
  say(
    `target: ${what} at least ${String(least)} ${unit}: ${share >= 1 ? 'met' : 'MISSED'}, ${is.toPrecision(3)} (${share.toFixed(2)} of it)`,
  );
};

/** The same of what must not be more. @param {Choice} choice @param {string} what @param {number} is @param {number} most @param {string} unit */
export const targetAtMost = ({ say }, what, is, most, unit) => {
  say(
    `target: ${what} at most ${String(most)} ${unit}: ${is <= most ? 'met' : 'MISSED'}, ${is.toPrecision(3)} (${(is / most).toFixed(2)} of it)`,
  );
};

/** Peers as contestants. @template Make @param {Readonly<Record<string, Make>>} peers @param {(make: Make) => Promise<Contestant | undefined>} start @returns {Arena['contestants']} */
export const contestantsOf = (peers, start) =>
  Object.fromEntries(
    Object.entries(peers).map(([name, make]) => [name, async () => (await start(make))?.decide]),
  );

/** Whether refmon decides at least twice as often as CASL, which is the fastest peer of its kind. @param {Choice} choice @param {string} bench @param {Map<string, number>} speeds */
export const twiceCasl = (choice, bench, speeds) => {
  const casl = speeds.get('CASL');
  if (casl === undefined) {
    choice.say(`target: ${bench}: skipped, CASL is not installed`);
    return;
  }
  for (const name of ['refmon, prepared events', 'refmon, events']) {
    target(
      choice,
      `${bench}: ${name}`,
      (speeds.get(name) ?? 0) / casl,
      2,
      "times CASL's decisions a second",
    );
  }
};
