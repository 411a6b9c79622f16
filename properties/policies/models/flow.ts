import { chance, drawSome, pick } from '../draw.ts';
import type { ModelShape } from './model-shape.ts';
import { quoted } from '../written.ts';

const names = ['idle', 'busy', 'open', 'shut'];

const listOf = (states: readonly string[]): string => `[${states.map(quoted).join(', ')}]`;

export const flowShape: ModelShape = {
  model: 'Flow',
  objects: [1, 2],
  declare: (draw) => {
    const states = names.slice(0, 2 + draw.below(3));
    const edges = states
      .filter(() => !chance(draw, 10))
      .map((from) => `${quoted(from)} : ${listOf(drawSome(draw, states, 75))}`);
    return `    type ${chance(draw, 10) ? 'States' : 'State'} = ${states.map(quoted).join(' | ')}
    config = {
        states : ${listOf(states)},
        initial : ${quoted(pick(draw, states))},
        transitions : { ${edges.join(', ')} }
    }
`;
  },
  rare: new Set(['init', 'fini']),
  starts: ({ name }) => [`${name}.init { sid : dst_sid }`],
};
