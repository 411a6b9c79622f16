import { describe, expect, it } from 'vitest';
import { expandTemplate } from '../template/expand.ts';
import { readObjectives } from './objectives.ts';

const head = 'objectives:\n- name: a\n  text: b\n  never: ';

/** Place and text of what is told of a pattern; its first line is 1, with the columns of the file. */
const told = (never: string, definitions: ReadonlyMap<string, string> = new Map()) => {
  const written = `${head}${never}\n`;
  const { source } = expandTemplate('objectives.yaml.in', written, definitions);
  const lines = written.split('\n');
  return readObjectives(source).diagnostics.map(({ at }) => {
    const part = lines[at.line - 1]?.slice(at.column - 1, at.endColumn - 1);
    return `${String(at.line - 3)}:${String(at.column)} ${String(part)}`;
  });
};

describe('a pattern in YAML has the places of its file', () => {
  it.each([
    ['in a line', 'request src=A %', ['1:24 %']],
    ['in quotes', '"request src=A %"', ['1:25 %']],
    ['over lines', 'request\n    src=A\n    %', ['3:5 %']],
    ['over lines in quotes', '"request\n    src=A %"', ['2:11 %']],
    ['in quotes with a line joined', '"request \\\n    src=A %"', ['2:11 %']],
    ['in quotes with escapes', '"request src=\\x41\\u0042 %"', ['1:34 %']],
    ['in single quotes with a quote in it', "'request src=A '' %'", ["1:25 '"]],
    ['behind a quote in single quotes', "'request /* '' */ src=A %'", ['1:34 %']],
    ['as a block', '|\n    request\n    src=A %', ['3:11 %']],
    ['as a folded block', '>-\n    request\n\n    src=A\n    %', ['5:5 %']],
  ])('%s [LANG-3]', (_, never, expected) => {
    expect(told(never)).toEqual(expected);
  });

  it('behind a placeholder too, and at it for what stands in its place [LANG-3]', () => {
    const definitions = new Map([['CLASS', 'a.very.long.name.of.A.Class']]);

    expect(told('request src=@CLASS@ %', definitions)).toEqual(['1:30 %']);
    expect(told('"request src=@CLASS@ %"', definitions)).toEqual(['1:31 %']);
    expect(told('request src=@CLASS@', new Map([['CLASS', '%']]))).toEqual(['1:22 @CLASS@']);
  });
});

describe('the reader of YAML', () => {
  it.each(['? ', '- ? ', '[x" ', '"\\"', '}', '&a ', '"'])(
    'reads forty thousand of %j behind a key without a fall [LANG-4]',
    (unit) => {
      const { diagnostics } = readObjectives({ file: 'a', text: `a: ${unit.repeat(40_000)}` });

      expect(diagnostics.length).toBeGreaterThan(0);
    },
  );
});
