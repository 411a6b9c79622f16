import { drawMany, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { text } from '../expressions.ts';
import { patterns } from '../patterns.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const patternText = (draw: Draw): string => pick(draw, patterns).pattern;

/** In quotes, or as it is between backquotes. */
const patternLiteral = (draw: Draw): string => {
  const pattern = patternText(draw);
  return draw.below(5) === 4 ? `\`\`\`regex\n${pattern}\n\`\`\`` : quoted(pattern);
};

export const regexShape: ModelShape = {
  model: 'Regex',
  objects: [0, 1],
  declare: () => '',
  argument: (_, method, place) =>
    method === 'match'
      ? `{ text : ${text(place).text}, pattern : ${patternLiteral(place.draw)} }`
      : undefined,
  cases: (_, __, draw) => drawMany(draw, 1, 3, () => quoted(patternText(draw))),
};
