import { rules } from '../example.ts';
import type { Example } from '../example.ts';

/** Examples of expanding templates. */
export const tplExamples: readonly Example[] = [
  {
    code: 'TPL-001',
    about: 'A condition without its end',
    files: rules('{% if BOARD == "RPI4" %}\nrequest dst=home.Lamp { grant () }'),
    cure: 'Write `{% endif %}` where the condition ends.',
    cured: rules('{% if BOARD == "RPI4" %}\nrequest dst=home.Lamp { grant () }\n{% endif %}'),
  },
  {
    code: 'TPL-001',
    about: 'A tag without its end',
    files: rules('{% if BOARD\nrequest dst=home.Lamp { grant () }'),
    cure: 'Close the tag with `%}`.',
    cured: rules('{% if BOARD %}\nrequest dst=home.Lamp { grant () }\n{% endif %}'),
  },
  {
    code: 'TPL-001',
    about: 'A comment without its end',
    files: rules('{% if BOARD %}{% endif %}\n{# for the lamp alone\nrequest { grant () }'),
    cure: 'Close the comment of the template with `#}`.',
    cured: rules('{% if BOARD %}{% endif %}\n{# for the lamp alone #}\nrequest { grant () }'),
  },
  {
    code: 'TPL-002',
    about: 'A tag that is none of those understood',
    files: rules('{% for room in ROOMS %}\nrequest { grant () }'),
    cure: 'Expand the template with the tool that it was written for, and load what that tool makes of it. Only conditions are understood here.',
    cured: rules('request { grant () }'),
  },
  {
    code: 'TPL-002',
    about: 'A condition that cannot be read',
    files: rules('{% if BOARD == %}\nrequest { grant () }\n{% endif %}'),
    cure: 'Complete the condition: a name, a comparison of a name and a text, `in`, `is defined`, and `and`, `or`, `not` of these.',
    cured: rules('{% if BOARD == "RPI4" %}\nrequest { grant () }\n{% endif %}'),
  },
  {
    code: 'TPL-003',
    about: 'An end without a beginning',
    files: rules('request { grant () }\n{% endif %}'),
    cure: 'Remove the `endif`, or write the `if` that it ends.',
    cured: rules('request { grant () }'),
  },
  {
    code: 'TPL-003',
    about: 'A branch behind the `else`',
    files: rules('{% if A %}\n{% else %}\n{% elif B %}\n{% endif %}'),
    cure: 'Put the `else` last: it stands for all conditions before it.',
    cured: rules('{% if A %}\n{% elif B %}\n{% else %}\n{% endif %}'),
  },
];
