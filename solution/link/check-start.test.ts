import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../kss/test-solution.ts';

const told = (policy: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  loadPolicy(policy, more).diagnostics.map(
    ({ code, at, message }) => `${code} ${at.file}:${String(at.line)} ${message}`,
  );

const boot = 'execute src=kl.core.Core { grant () }\n';
const starts = `${boot}execute src=Einit { grant () }\n`;
const noStart = (name: string, line: number): string =>
  `INIT-005 init.yaml:${String(line)} no rule lets Einit start "${name}"`;
const closed =
  'INIT-006 init.yaml:5 no request of "client" over "server" to "server" can be granted';

describe('checkStart', () => {
  it.each([
    [`${starts}request { grant () }`, []],
    [`${boot}execute dst=t.Client { grant () }\nrequest { grant () }`, [noStart('server', 6)]],
    [`${starts}request { grant () }\nexecute dst=t.Server { deny () }`, [noStart('server', 6)]],
    [
      `${starts}request { grant () }\nexecute dst=t.Server { assert (false) }`,
      [noStart('server', 6)],
    ],
    [`${starts}request { grant () }\nexecute dst=t.Server { match src=t.Client { deny () } }`, []],
    [starts, [closed]],
    [`${starts}request src=t.Server { grant () }`, [closed]],
    [`${starts}request dst=t.Server { deny () }`, [closed]],
    [`${starts}request dst=t.Server { grant () deny () }`, [closed]],
    [`${starts}request dst=t.Server endpoint=direct method=Note { grant () }`, []],
    [`${starts}request { grant () match endpoint=direct { deny () } }`, []],
    [`${starts}request { match method=Note { audit empty } }`, [closed]],
    [`${starts}request { choice (true) { true : grant () _ : deny () } }`, []],
  ])('tells of %j: %j [LANG-3]', (policy, expected) => {
    expect(told(policy)).toEqual(expected);
  });

  it('tells where the system would halt at boot [LANG-3]', () => {
    expect(told('execute src=Einit { grant () }\nrequest { grant () }')).toEqual([
      'PSL-028 security.psl:1 no rule lets kl.core.Core start kl.core.Core: the system halts at boot',
      'PSL-028 security.psl:1 no rule lets kl.core.Core start Einit: the system halts at boot',
    ]);
  });
});
