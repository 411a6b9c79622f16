import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { rules } from '../diagnostics/example.ts';
import { toldOf } from '../diagnostics/told-of.ts';

/** What is told of a test that sends a level, from 0 to 255. */
const told = (level: string): readonly string[] =>
  toldOf(
    rules(`request dst=home.Lamp endpoint=direct method=Set { grant () }
assert { sequence { request src=home.Lamp dst=home.Lamp endpoint=direct method=Set { level : ${level} } } }`),
    catalogue,
  );

describe('integers in tests of policies', () => {
  it.each(['0xF0 | 0x0F', '0x1FF & 0xFF', '1 + 2 * 100', '-(-1)'])(
    'may be written as %s [LANG-2]',
    (level) => {
      expect(told(level)).toEqual([]);
    },
  );

  it.each(['0x1FF & 0x100', '0xF00 | 1', '1 - 2'])(
    'are checked once they are worked out: %s [LANG-2]',
    (level) => {
      expect(told(level)).not.toEqual([]);
    },
  );
});
