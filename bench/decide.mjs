// @ts-check
/** Bench `decide`: lines of JSON in, answers out, beside what reading and writing the JSON alone costs. */
import { built } from './engine.mjs';
import { rowsOf, sideBySide } from './measure.mjs';

const requests = 1024;

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchDecide = async (choice) => {
  const { exampleFiles } = await built('examples/embedded.js');
  const { loadSolution } = await built('library/load-solution.js');
  const { makeDecider } = await built('kss/decide/decider.js');
  const files = exampleFiles.get('railway-crossing');
  const { solution } = loadSolution({ name: 'railway-crossing', files });
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
  const { decide } = makeDecider(solution);
  const isGranted = (/** @type {string} */ line) =>
    JSON.parse(JSON.stringify(decide(line))).verdict === 'granted';
  const expected = lines.map((_, index) => index % 3 !== 0 && index % 4 < 2);
  const speeds = sideBySide(
    [
      { name: 'refmon, a line', decide: (index) => isGranted(lines[index] ?? '') },
      {
        name: 'JSON alone',
        decide: (index) => {
          const { id } = JSON.parse(lines[index] ?? '');
          return JSON.parse(JSON.stringify({ id, granted: expected[index] })).granted;
        },
      },
    ],
    expected,
    choice,
  );
  return rowsOf('decide', speeds);
};
