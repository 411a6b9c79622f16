// @ts-check
/**
 * Contestants side by side, in one run: they take turns, so that whatever else the machine does falls
 * on all of them alike, and the median of the rounds counts. No library is used for this: a decision
 * takes tens of nanoseconds, and a call of a measured function through one costs more.
 */

/**
 * @typedef {{ bench: string, name: string, opsPerSecond: number, ratio: number }} Row
 * @typedef {{ name: string, decide: (index: number) => boolean }} Contestant
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

/** Answers of all to all requests must be those expected. @param {readonly Contestant[]} contestants @param {readonly boolean[]} expected */
const checkAnswers = (contestants, expected) => {
  for (const { name, decide } of contestants) {
    expected.forEach((answer, index) => {
      if (decide(index) !== answer) {
        throw new Error(`${name} answers request ${String(index)} with ${String(!answer)}`);
      }
    });
  }
};

/** Decides so many requests, one after the other. @param {Contestant} contestant @param {number} requests @param {number} count */
const run = ({ decide }, requests, count) => {
  let granted = 0;
  for (let done = 0, index = 0; done < count; done += 1) {
    if (decide(index)) granted += 1;
    index = index + 1 === requests ? 0 : index + 1;
  }
  return granted;
};

/** How many decisions fill a round. @param {Contestant} contestant @param {number} requests @param {number} ms */
const countFor = (contestant, requests, ms) => {
  let count = 16;
  for (;;) {
    const taken = time(() => run(contestant, requests, count));
    if (taken >= ms / 2) return Math.max(1, Math.round((count * ms) / taken));
    count *= taken < ms / 20 ? 8 : 2;
  }
};

/**
 * Decisions a second of each. The first is the one that the ratios are to: ours by theirs.
 * @param {readonly Contestant[]} contestants @param {readonly boolean[]} expected @param {Choice} choice
 * @returns {Map<string, number>}
 */
export const sideBySide = (contestants, expected, { quick }) => {
  checkAnswers(contestants, expected);
  const [ms, rounds] = quick ? [20, 3] : [150, 9];
  const requests = expected.length;
  // The first count is taken cold, and warms up.
  for (const one of contestants) countFor(one, requests, ms);
  const counts = contestants.map((one) => countFor(one, requests, ms));
  const speeds = contestants.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round += 1) {
    contestants.forEach((one, index) => {
      const count = counts[index] ?? 1;
      const taken = time(() => run(one, requests, count));
      speeds[index]?.push((count / taken) * 1000);
    });
  }
  return new Map(contestants.map(({ name }, index) => [name, median(speeds[index] ?? [])]));
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

/** The peers that are installed; of the others it is said. @template Make @param {Readonly<Record<string, Make>>} peers @param {Choice} choice @param {(make: Make) => Promise<Contestant | undefined>} start */
export const installed = async (peers, { say }, start) => {
  const found = [];
  for (const [name, make] of Object.entries(peers)) {
    const one = await start(make);
    if (one === undefined) say(`skipped: ${name} is not installed (npm run bench installs it)`);
    else found.push(one);
  }
  return found;
};

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
