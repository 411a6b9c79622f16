import { grantAll, ping } from './construct.ts';
import type { Construct } from './construct.ts';

const placeholders = 'solution/template/placeholders.ts';
const expand = 'solution/template/expand.ts';
const head = 'execute: kl.core.Execute\nuse nk.base._\nuse nk.basic._\n';
const classes = 'use EDL Einit\nuse EDL kl.core.Core\nuse EDL t.Client\nuse EDL t.Server\n';

/** Section 1.4: what builds expand. */
export const templates: readonly Construct[] = [
  {
    section: '1.4',
    what: 'placeholders on lines of their own vanish, with a comment behind them too',
    parsed: placeholders,
    files: {
      'security.psl.in': `${head}@INIT_EXTERNAL_ENTITIES@\n  @OTHER@ // of the board\n${classes}${grantAll}`,
    },
    tests: [ping('{}')],
  },
  {
    section: '1.4',
    what: 'a placeholder within a line is its definition, else its bare name',
    parsed: placeholders,
    files: {
      'security.psl.in': `${head}${classes}execute { grant () }\nrequest src=t.@CLIENT@ { grant () }\nrequest src=t.@Server@ { grant () }\n`,
    },
    definitions: { CLIENT: 'Client' },
    tests: [ping('{}')],
  },
  {
    section: '1.4',
    what: 'macros for connections, environment and arguments in init.yaml.in',
    parsed: placeholders,
    files: {
      'security.psl.in': `${head}${classes}${grantAll}`,
      'init.yaml.in':
        'entities:\n- name: t.Client\n@INIT_Client_ENTITY_CONNECTIONS@\n  env: @INIT_Client_ENTITY_ENV@\n  path: @INIT_Client_PATH@\n- name: t.Server\n  connections:\n    @INIT_Server_ENTITY_CONNECTIONS+@\n    - target: t.Client\n      id: client\n@INIT_EXTERNAL_ENTITIES@\n',
      't/Client.edl': 'entity t.Client\nendpoints { back : t.Ping }',
    },
    tests: [ping('{}')],
  },
  {
    section: '1.4',
    what: 'generator expressions on lines of their own vanish',
    parsed: placeholders,
    files: {
      'security.psl.in': `${head}${classes}$<$<BOOL:1>:request>\n${grantAll}`,
    },
    tests: [ping('{}')],
  },
  {
    section: '1.4',
    what: 'Jinja conditions at declaration level and in bodies, in a plain .psl',
    parsed: expand,
    checked: 'solution/template/condition.ts',
    rejects: ['TPL-001', 'TPL-002', 'TPL-003'],
    policy:
      'execute { grant () }\n{% if BOARD == "A" %}\nuse nowhere._\n{% elif BOARD == "B" and not OTHER %}\nrequest src=t.Client {\n  {% if OTHER != "x" %} deny () {% else %} grant () {% endif %}\n}\n{% else %}\nuse nowhere._\n{% endif %}',
    definitions: { BOARD: 'B' },
    tests: [ping('{}')],
  },
  {
    section: '1.4',
    what: 'an undefined name is false, and so is any comparison with it',
    parsed: expand,
    checked: 'solution/template/condition.ts',
    policy:
      '{% if X %}use a._{% endif %}{% if X == "a" %}use b._{% endif %}{% if X != "a" %}use c._{% endif %}{% if X is defined %}use d._{% endif %}\nexecute { grant () }',
    tests: ['execute dst=t.Client'],
  },
];
