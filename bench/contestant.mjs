// @ts-check
/** The process of one contestant: `contestant.mjs BENCH NAME MILLISECONDS`, started by `sideBySide`. */
import { arenas } from './arenas.mjs';
import { time } from './measure.mjs';

const [bench = '', name = '', milliseconds] = process.argv.slice(2);
const ms = Number(milliseconds);

/** @type {(message: object) => void} */
const tell = (message) => void process.send?.(message);

/** The first request that is not answered as expected. @param {import('./measure.mjs').Decide} decide @param {readonly boolean[]} expected */
const findWrong = (decide, expected) => {
  const index = expected.findIndex((answer, request) => decide(request) !== answer);
  return index === -1
    ? undefined
    : `${name} answers request ${String(index)} otherwise than expected`;
};

/** Decides so many requests, one after the other. @param {import('./measure.mjs').Decide} decide @param {number} requests @param {number} count */
const run = (decide, requests, count) => {
  let granted = 0;
  for (let done = 0, index = 0; done < count; done += 1) {
    if (decide(index)) granted += 1;
    index = index + 1 === requests ? 0 : index + 1;
  }
  return granted;
};

/** How many decisions fill a round. @param {import('./measure.mjs').Decide} decide @param {number} requests */
const countFor = (decide, requests) => {
  let count = 16;
  for (;;) {
    const taken = time(() => run(decide, requests, count));
    if (taken >= ms / 2) return Math.max(1, Math.round((count * ms) / taken));
    count *= taken < ms / 20 ? 8 : 2;
  }
};

const { expected, contestants } = arenas[bench]?.() ?? { expected: [], contestants: {} };
const decide = await contestants[name]?.();
if (decide === undefined) tell({ kind: 'absent' });
else {
  const why = findWrong(decide, expected);
  // The first count is taken cold, and warms up.
  countFor(decide, expected.length);
  const count = countFor(decide, expected.length);
  process.on('message', () => {
    const taken = time(() => run(decide, expected.length, count));
    tell({ kind: 'round', speed: (count / taken) * 1000 });
  });
  tell(why === undefined ? { kind: 'ready' } : { kind: 'wrong', why });
}
