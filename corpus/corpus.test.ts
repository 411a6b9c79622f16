import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../cli/commands/check.ts';
import { exits } from '../cli/failure.ts';
import type { Output } from '../cli/output.ts';
import { readSolution } from '../library/node/read-solution.ts';
import type { ReadSolution, SolutionPlace } from '../library/node/read-solution.ts';
import { runAssertions } from '../kss/pal.ts';
import { loadSolution, loadSolutions } from '../library/load-solution.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Loaded } from '../solution/load.ts';

/** What a solution of the corpus must come to; paths of the choice are below this directory. */
interface Row {
  readonly solution: string;
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly string[];
  readonly definitions?: Readonly<Record<string, string>>;
  readonly classes: number;
  readonly processes: number;
  readonly channels: number;
  /** Expectations that are run: those of setup and finally once for each sequence. */
  readonly expectations: number;
  /** `code file:line:column`, in the order in which they are told. */
  readonly told: readonly string[];
}

const rows: readonly Row[] = [
  // How people lay their files out.
  row('layouts/resources', [4, 2, 1], 12),
  row('layouts/resources-edl', [5, 3, 2], 10),
  row('layouts/einit-src', [4, 2, 1], 21),
  row('layouts/einit-src/einit/src/security.psl.in', [4, 2, 1], 21),
  row('layouts/src', [4, 3, 2], 24),
  row('layouts/entities-include', [4, 2, 1], 7),
  row('layouts/flat', [4, 2, 1], 6),
  row('layouts/other-names', [6, 4, 3], 22, ['SOL-007 policy/depot.psl:14:5']),
  row('layouts/generated', [5, 3, 2], 3, ['SOL-006 init.yaml:1:1', 'SOL-006 security.psl:1:1']),
  {
    ...row('layouts/generated', [4, 2, 0], 3),
    policy: 'layouts/generated/security.psl.in',
    init: 'layouts/generated/init.yaml.in',
    definitions: { FIRST_ARTICLE: '100' },
  },
  { ...row('layouts/many', [4, 2, 1], 4), policy: 'layouts/many/oven/resources/security.psl.in' },
  { ...row('layouts/many', [4, 2, 1], 6), policy: 'layouts/many/fan/security.psl' },
  row('layouts/variants', [4, 3, 2], 5),
  { ...row('layouts/variants', [6, 3, 2], 5), policy: 'layouts/variants/security_arm.psl' },
  { ...row('layouts/sdk-given/solution', [4, 2, 1], 10), include: ['layouts/sdk-given/sdk'] },

  // The bullets of section 18, in their order.
  row('section-18/01-encoding', [4, 2, 1], 10, ['IDL-008 resources/Lift.idl:8:53']),
  row('section-18/02-selectors', [5, 3, 2], 18),
  row('section-18/03-execute', [4, 2, 1], 6),
  row('section-18/04-trailing-commas', [4, 2, 1], 13),
  row('section-18/05-objects', [4, 2, 1], 8),
  row('section-18/06-conditions', [4, 2, 1], 29),
  row('section-18/07-choice', [4, 2, 1], 21),
  row('section-18/08-types', [4, 2, 1], 7, ['PSL-007 security.psl:19:10']),
  row('section-18/09-endpoints', [5, 3, 3], 22),
  row('section-18/10-security-events', [5, 3, 2], 8, ['PSL-026 security.psl:17:44']),
  row('section-18/11-templates', [4, 2, 1], 7),
  {
    ...row('section-18/11-templates', [5, 2, 1], 8),
    definitions: { BOARD: 'RPI4_BCM2711', MAIN_TASK: 'Switch' },
  },
  {
    ...row('section-18/11-templates', [5, 2, 1], 8),
    definitions: { BOARD: 'RADXA_ROCK_3A' },
  },
  row('section-18/12-task-class', [5, 0, 0], 10, ['SOL-005 security.psl:1:1']),
  row('section-18/13-generated-edl', [5, 3, 2], 5, ['EDL-001 resources/security.psl:9:9']),
  row('section-18/14-init-keys', [5, 3, 3], 4, ['INIT-003 init.yaml:22:13']),
  {
    ...row('section-18/14-init-keys', [5, 0, 0], 4),
    init: 'section-18/14-init-keys/image/init.yaml.in',
  },
  row('section-18/15-interfaces', [4, 2, 1], 5, ['PSL-003 security.psl:1:1']),
  row('section-18/16-pal', [5, 3, 2], 153),

  // Names of the SDK, and what is known of the kernel's methods.
  row('section-19', [42, 40, 40], 194, [
    'PSL-026 policy/connections.psl:51:21',
    'PSL-026 policy/connections.psl:54:56',
    'PSL-026 policy/unknown.psl:2:60',
    'PSL-026 policy/unknown.psl:8:73',
    'PSL-026 policy/unknown.psl:11:75',
    'PSL-026 policy/unknown.psl:12:37',
  ]),
  { ...row('section-19', [42, 40, 40], 7), policy: 'section-19/security_open.psl' },
  row('section-13', [4, 2, 0], 21),

  // Larger solutions, in the ways of several authors.
  row('independent/courier', [8, 7, 13], 134),
  row('independent/greenhouse', [7, 5, 8], 85, ['PSL-010 einit/src/security.psl.in:262:15']),
  row('independent/lockers', [7, 5, 7], 70, [
    'IDL-008 Cells.idl:7:43',
    'IDL-008 Cells.idl:7:79',
    'IDL-008 Cells.idl:9:50',
    'IDL-008 Pay.idl:5:37',
    'IDL-008 Pay.idl:5:63',
    'PSL-027 security.psl:27:15',
    'PSL-007 security.psl:28:7',
    'PSL-027 security.psl:41:15',
    'PSL-027 security.psl:50:15',
    'PSL-007 security.psl:51:7',
    'PSL-027 security.psl:59:15',
    'PSL-021 security.psl:151:3',
  ]),
  row('independent/substation', [9, 7, 10], 107),
  row('independent/ferry', [9, 6, 6], 133, ['SOL-006 resources/security.psl:1:1']),
  row('independent/dialysis', [12, 10, 10], 119, [
    'IDL-008 src/dialysis/PumpControl.idl:18:38',
    'PSL-007 src/dialysis/common.psl:17:10',
    'PSL-026 src/dialysis/system.psl:11:22',
    'PSL-026 src/dialysis/system.psl:18:37',
    'PSL-026 src/dialysis/system.psl:19:33',
    'PSL-026 src/dialysis/system.psl:38:52',
    'PSL-026 src/dialysis/system.psl:48:54',
    'PSL-026 src/dialysis/system.psl:48:54',
    'PSL-026 src/dialysis/system.psl:49:57',
    'PSL-026 src/dialysis/system.psl:49:57',
    'PSL-026 src/dialysis/system.psl:57:53',
    'PSL-010 src/dialysis/system.psl:61:33',
    'PSL-010 src/dialysis/system.psl:62:14',
    'INIT-003 src/init.yaml:19:13',
    'INIT-003 src/init.yaml:21:13',
    'INIT-003 src/init.yaml:30:13',
    'PSL-010 src/security.psl:74:13',
  ]),
  row('independent/sorter', [8, 13, 20], 305),
  {
    ...row('independent/fleet', [6, 4, 3], 70),
    policy: 'independent/fleet/examples/1/resources/security.psl',
  },
  {
    ...row('independent/fleet', [6, 4, 5], 63),
    policy: 'independent/fleet/examples/2/resources/security.psl',
  },
  {
    ...row('independent/fleet', [6, 5, 5], 62),
    policy: 'independent/fleet/examples/3/resources/security.psl',
  },
];

function row(
  solution: string,
  [classes, processes, channels]: readonly [number, number, number],
  expectations: number,
  told: readonly string[] = [],
): Row {
  return { solution, classes, processes, channels, expectations, told };
}

const corpus = fileURLToPath(new URL('.', import.meta.url));
const below = (path: string): string => `${corpus}${path}`;

const choiceOf = ({ solution, policy, init, include, definitions }: Row): SolutionPlace => ({
  solution: below(solution),
  ...(policy === undefined ? {} : { policy: below(policy) }),
  ...(init === undefined ? {} : { init: below(init) }),
  include: (include ?? []).map(below),
  definitions: new Map(Object.entries(definitions ?? {})),
});

const read = (choice: SolutionPlace): ReadSolution => {
  const found = readSolution(choice);
  if (found.kind === 'unreadable') throw new Error(JSON.stringify(found.diagnostics));
  return found;
};

const loadRow = (one: Row): Loaded => loadSolution(read(choiceOf(one)).input);

const placesIn = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, at }) => `${code} ${at.file}:${String(at.line)}:${String(at.column)}`);

const structureOf = ({ solution, diagnostics }: Loaded) => ({
  told: placesIn(diagnostics),
  classes: solution?.classes.size,
  processes: solution?.processes.length,
  channels: solution?.channels.length,
});

/** How many expectations are met, and in words those that are not. */
const expectationsOf = ({ solution }: Loaded) => {
  const results = solution === undefined ? [] : runAssertions(solution);
  return {
    met: results.filter(({ passed }) => passed).length,
    failed: results
      .filter(({ passed }) => !passed)
      .map(({ file, line, verdict, because }) => `${file}:${String(line)} ${because ?? verdict}`),
  };
};

/** The row in words, for titles. */
const named = (one: Row): readonly [string, Row] => {
  const { solution, policy, init, include, definitions } = one;
  const options = [
    ...(policy === undefined ? [] : [`--policy ${policy}`]),
    ...(init === undefined ? [] : [`--init ${init}`]),
    ...(include ?? []).map((directory) => `-I ${directory}`),
    ...Object.entries(definitions ?? {}).map(([name, value]) => `-D ${name}=${value}`),
  ];
  return [[solution, ...options].join(' '), one];
};

const titled = rows.map(named);

describe('the corpus', () => {
  it.each(titled)('%s loads as it lies there, and no more is told than this [LANG-1]', (_, one) => {
    const { told, classes, processes, channels } = one;

    expect(structureOf(loadRow(one))).toEqual({ told, classes, processes, channels });
  });

  it.each(titled)('%s meets its own expectations [LANG-2]', (_, one) => {
    expect(expectationsOf(loadRow(one))).toEqual({ met: one.expectations, failed: [] });
  });
});

describe('a repository of three solutions', () => {
  const many: SolutionPlace = { solution: below('layouts/many') };

  it('is checked one by one [LANG-1]', () => {
    const all = loadSolutions(read(many).input);

    expect(all.map((one) => [one.name, one.discovered.policy, structureOf(one)])).toEqual(
      [
        ['fan', 'fan/security.psl'],
        ['oven', 'oven/resources/security.psl.in'],
        ['shutter', 'shutter/einit/src/security.psl'],
      ].map((one) => [...one, { told: [], classes: 4, processes: 2, channels: 1 }]),
    );
  });

  it('is shown as a table by check [LANG-1]', () => {
    const lines: string[] = [];
    const output: Output = {
      json: false,
      color: 'never',
      say: (text) => lines.push(...text.split('\n')),
      sayJson: () => undefined,
      note: () => undefined,
      progress: () => undefined,
      tell: () => undefined,
    };

    const exit = check([many], output);

    const cells = lines.map((line) => line.replace(below('layouts/'), '').split(/ {2,}/));
    expect(exit).toBe(exits.fine);
    expect(cells.slice(1)).toEqual([
      ['fine', 'many: fan', 'fan/security.psl', '0', '0', '4', '2', '1', '5'],
      ['fine', 'many: oven', 'oven/resources/security.psl.in', '0', '0', '4', '2', '1', '4'],
      ['fine', 'many: shutter', 'shutter/einit/src/security.psl', '0', '0', '4', '2', '1', '4'],
      ['3 of 3 solutions fine'],
    ]);
  });

  it('is listed where one must be chosen [LANG-3]', () => {
    const { solution, diagnostics } = loadSolution(read(many).input);

    expect(solution).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'SOL-002',
        'several policies were found: ' +
          'fan/security.psl, oven/resources/security.psl.in, shutter/einit/src/security.psl',
      ],
    ]);
  });
});

describe('an SDK given beside a solution', () => {
  const [, given] = titled.find(([title]) => title.includes('-I')) ?? [];

  it('takes the place of stubs [LANG-1]', () => {
    const loaded = given && loadRow(given);

    expect(loaded?.discovered.stubs).toEqual([]);
    expect(loaded?.solution?.classes.get('kl.drivers.UART')?.open).toBe(false);
  });

  it('is missed where it is not given: what the policy names is told of [LANG-1]', () => {
    const loaded = given && loadRow({ ...given, include: [] });

    expect(loaded?.discovered.stubs).toEqual(['kl.drivers.UART']);
    expect(placesIn(loaded?.diagnostics ?? [])).toEqual([
      'PSL-026 einit/security.psl:19:58',
      'PSL-026 einit/security.psl:19:58',
    ]);
    expect(loaded && expectationsOf(loaded).failed).toEqual([
      'einit/security.psl:39 noRule',
      'einit/security.psl:40 noRule',
    ]);
  });
});

describe('a fault in a copy', () => {
  const copyOf = (solution: string, file: string, from: string, to: string): Loaded => {
    const { input } = read({ solution: below(solution) });
    const text = input.files.get(file) ?? '';
    const files = new Map(input.files).set(file, text.replace(from, to));
    return loadSolution({ ...input, files });
  };

  it('is an error at its place, with the nearest name [GATE-1]', () => {
    const { solution, diagnostics } = copyOf(
      'layouts/flat',
      'security.psl',
      'method=Unlock',
      'method=Unlok',
    );

    expect(solution).toBeUndefined();
    expect(placesIn(diagnostics)).toEqual(['PSL-016 security.psl:13:18']);
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['did you mean "Unlock"?']);
  });

  it('of a rule is an expectation that fails [GATE-1]', () => {
    const loaded = copyOf('layouts/flat', 'security.psl', '== 4711', '!= 4711');

    expect(expectationsOf(loaded).failed).toEqual([
      'security.psl:19 ruleRefused',
      'security.psl:20 granted',
      'security.psl:21 granted',
    ]);
  });

  it('of carriage returns and tabs moves no place [GATE-1]', () => {
    const { diagnostics } = copyOf(
      'section-18/01-encoding',
      'resources/security.psl',
      '(message.metres < 30)',
      '(message.meters < 30)',
    );

    expect(placesIn(diagnostics)).toEqual([
      'IDL-008 resources/Lift.idl:8:53',
      'PSL-017 resources/security.psl:22:39',
    ]);
  });
});
