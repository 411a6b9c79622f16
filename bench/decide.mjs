// @ts-check
/** Bench `decide`: lines of JSON in, answers out, beside what reading and writing the JSON alone costs. */
import { built, load } from './engine.mjs';
import { rowsOf, sideBySide } from './measure.mjs';

const requests = 1024;

const lines = Array.from({ length: requests }, (_, index) =>
  JSON.stringify({
    id: index,
    event: 'request',
    src: index % 3 === 0 ? 'Gateway' : 'Controller',
    dst: 'Signal',
    endpoint: 'lamp',
    method: 'Show',
    message: { aspect: index % 4 },
  }),
);

/** The gateway may not, and there are two aspects. */
const expected = lines.map((_, index) => index % 3 !== 0 && index % 4 < 2);

const byRefmon = async () => {
  const { exampleFiles } = await built('examples/embedded.js');
  const { makeDecider } = await built('kss/decide/decider.js');
  const { decide } = makeDecider(
    await load('railway-crossing', exampleFiles.get('railway-crossing')),
  );
  return (/** @type {number} */ index) =>
    JSON.parse(JSON.stringify(decide(lines[index] ?? ''))).verdict === 'granted';
};

const byJson = async () => (/** @type {number} */ index) => {
  const { id } = JSON.parse(lines[index] ?? '');
  return JSON.parse(JSON.stringify({ id, granted: expected[index] })).granted;
};

/** @returns {import('./measure.mjs').Arena} */
export const decideArena = () => ({
  expected,
  contestants: { 'refmon, a line': byRefmon, 'JSON alone': byJson },
});

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchDecide = async (choice) =>
  rowsOf('decide', await sideBySide('decide', Object.keys(decideArena().contestants), choice));
