import { longestLine } from '../../source.ts';
import { light, rules } from '../example.ts';
import type { Example } from '../example.ts';

const nested = (open: string, close: string, count: number): string =>
  `${open.repeat(count)}true${close.repeat(count)}`;

/** Examples of parsing IDL, CDL, EDL and PSL. */
export const synExamples: readonly Example[] = [
  {
    code: 'SYN-001',
    files: rules('request { $grant () }'),
    cure: 'Remove the character. Letters of other alphabets may stand in comments and texts alone.',
    cured: rules('request { grant () }'),
  },
  {
    code: 'SYN-002',
    files: rules('request { grant () }\n/* Anyone may ask the lamp.'),
    cure: 'Close the comment with `*/`. Comments do not nest: the first `*/` ends all.',
    cured: rules('request { grant () }\n/* Anyone may ask the lamp. */'),
  },
  {
    code: 'SYN-003',
    about: 'A text without its closing quote',
    files: rules('assert "the lamp\n{ sequence { execute dst=home.Lamp } }'),
    cure: 'Close the text with `"` on the line where it begins.',
    cured: rules('assert "the lamp"\n{ sequence { execute dst=home.Lamp } }'),
  },
  {
    code: 'SYN-004',
    files: rules(
      'request dst=home.Lamp endpoint=direct method=Set { assert (message.level != 0xG1) }',
    ),
    cure: 'Write the number in decimal, in hexadecimal behind `0x`, or in octal behind `0o`.',
    cured: rules(
      'request dst=home.Lamp endpoint=direct method=Set { assert (message.level != 0xA1) }',
    ),
  },
  {
    code: 'SYN-005',
    about: 'A rule without its argument',
    files: rules('request dst=home.Lamp { grant }'),
    cure: 'Write the argument, `()` where there is none.',
    cured: rules('request dst=home.Lamp { grant () }'),
  },
  {
    code: 'SYN-005',
    about: 'A bracket that is not closed',
    files: rules('request dst=home.Lamp { assert ((1 == 1) }'),
    cure: 'Close the bracket that was opened.',
    cured: rules('request dst=home.Lamp { assert ((1 == 1)) }'),
  },
  {
    code: 'SYN-005',
    about: 'A semicolon in a policy',
    files: rules('request dst=home.Lamp { grant (); }'),
    cure: 'Remove the semicolon: rules stand one after another.',
    cured: rules('request dst=home.Lamp { grant () }'),
  },
  {
    code: 'SYN-005',
    about: 'A selector that does not exist',
    files: rules('request source=home.Panel { grant () }'),
    cure: 'Use one of the selectors `src`, `dst`, `endpoint`, `component`, `interface` and `method`.',
    cured: rules('request src=home.Panel { grant () }'),
  },
  {
    code: 'SYN-005',
    about: 'A word that begins no declaration',
    files: rules('reqeust dst=home.Lamp { grant () }'),
    cure: 'Correct the word; a policy has `use`, `execute`, `policy object`, `audit`, `assert`, `task class` and the five kinds of events.',
    cured: rules('request dst=home.Lamp { grant () }'),
  },
  {
    code: 'SYN-005',
    about: 'A parameter without its direction',
    files: light('interface { Set(UInt8 level); Off(); }'),
    cure: 'Say for each parameter whether it is `in`, `out` or `error`.',
    cured: light('interface { Set(in UInt8 level); Off(); }'),
  },
  {
    code: 'SYN-005',
    about: 'An interface that extends another',
    files: light('interface : home.Badge { Off(); }'),
    cure: 'Write out all methods: interfaces do not extend one another. A class may have an endpoint for each of the two.',
    cured: light('interface { Off(); }'),
  },
  {
    code: 'SYN-005',
    about: 'A component in the place of a class',
    files: { 'home/Lamp.edl': 'component home.Lamp\nendpoints { direct : home.Light }\n' },
    cure: 'Begin an EDL file with `entity` or `task class`, and a CDL file with `component`.',
    cured: { 'home/Lamp.edl': 'entity home.Lamp\nendpoints { direct : home.Light }\n' },
  },
  {
    code: 'SYN-006',
    files: rules(`request { assert (${nested('(', ')', 250)}) }`),
    cure: 'Nest less deeply: more than 200 levels are no work of a person, so look for what generated the text.',
    cured: rules('request { assert (true) }'),
  },
  {
    code: 'SYN-007',
    files: rules(`request { grant () } // ${'x'.repeat(longestLine)}`),
    cure: 'Break the line, or remove the file if it is no source at all.',
    cured: rules('request { grant () }'),
  },
  {
    code: 'SYN-008',
    about: 'A section of a class twice',
    files: {
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints { direct : home.Light }\nendpoints { spare : home.Light }\n',
    },
    cure: 'Put all endpoints, and likewise all components, into one section.',
    cured: {
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints {\n    direct : home.Light\n    spare : home.Light\n}\n',
    },
  },
  {
    code: 'SYN-008',
    about: 'Two interfaces in one file',
    files: light('interface { Off(); }\ninterface { On(); }'),
    cure: 'Put the second interface into a file and package of its own.',
    cured: light('interface { Off(); }'),
  },
  {
    code: 'SYN-009',
    files: {
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints {\n    direct : home.Light,\n    spare : home.Light\n}\n',
    },
    cure: 'Remove the sign: entries of EDL and CDL stand one after another, and `package` and `import` end with their name.',
    cured: {
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints {\n    direct : home.Light\n    spare : home.Light\n}\n',
    },
  },
];
