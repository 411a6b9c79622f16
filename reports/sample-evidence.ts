import type { SearchData } from './data.ts';
import type { SolutionDescription } from './describe-solution.ts';
import type { EvidenceInput } from './evidence.ts';
import type { JsonValue } from './json-value.ts';
import { writeStepResult } from './result.ts';
import type { How, Status, StepResult } from './result.ts';
import type { Sequence, SequenceMessage } from './sequence.ts';

/** A small solution and the results of a run over it, for the tests of this room. */
export const sampleSolution: SolutionDescription = {
  name: 'lock',
  processes: [
    {
      name: 'door',
      class: 'lock.Door',
      behaviour: 'program',
      untrusted: false,
      endpoints: [{ name: 'bolt.drive', interface: 'lock.Drive', component: 'lock.Bolt' }],
    },
    {
      name: 'radio',
      class: 'lock.Radio',
      behaviour: 'most general',
      untrusted: true,
      endpoints: [],
    },
  ],
  channels: [{ name: 'door', client: 'radio', server: 'door' }],
  objectives: [
    { name: 'neverOpens', text: 'The radio never opens the door.', untrusted: ['radio'] },
  ],
};

export const sampleInputs = { 'init.yaml': 'a1', 'security.psl': 'b2' } as const;

const result = (
  step: string,
  how: How,
  detail: string,
  data: JsonValue,
  tools: StepResult['tools'] = {},
): StepResult => ({
  step,
  status: 'passed',
  how,
  detail,
  inputs: sampleInputs,
  tools: { refmon: '0.1.0', ...tools },
  data,
});

/** A message of a sequence, with what matters least filled in. */
export const message = (fields: Partial<SequenceMessage>): SequenceMessage => ({
  step: 1,
  kind: 'request',
  from: 'radio',
  to: 'door',
  label: 'bolt.drive.Open',
  content: '',
  verdict: 'granted',
  why: '',
  breaks: false,
  ...fields,
});

/** The radio tries twice. */
export const sampleSequence: Sequence = {
  participants: ['door', 'radio'],
  messages: [
    message({ step: 1, kind: 'wait', from: 'door', label: 'waits for a request', verdict: 'none' }),
    message({ step: 2, verdict: 'denied', why: 'base.deny at security.psl:3:5' }),
    message({ step: 3, content: '{ code : 7 }', breaks: true }),
    message({ step: 3, kind: 'response', from: 'door', to: 'radio' }),
  ],
};

const search = (violations: readonly JsonValue[]): JsonValue => ({
  states: 12345,
  edges: 23456,
  depth: 9,
  complete: false,
  reasons: ['the bound of 12345 states was met'],
  actions: { 'call denied': 20, 'call blocked': 10 },
  mostGeneral: ['radio'],
  programmed: ['door'],
  bound: [],
  verdicts: { request: { granted: 10, denied: 20 } },
  violations,
});

/** Data of a search as a section reads it back. */
export const sampleSearch: SearchData = {
  states: 12345,
  edges: 23456,
  depth: 9,
  complete: false,
  reasons: ['the bound of 12345 states was met'],
  actions: { 'call blocked': 10, 'call denied': 20 },
  mostGeneral: ['radio'],
  programmed: ['door'],
  bound: [],
  verdicts: { request: { granted: 10, denied: 20 } },
  violations: [],
};

const property = (name: string, requirement: string): StepResult =>
  result(`property:${name}`, 'sampled', '50 runs', {
    requirement,
    statement: `What ${name} says.`,
    seed: 1,
    runs: 50,
    steps: 2000,
    witnesses: 700,
    counterexample: null,
  });

const namedChecks = (step: string, name: string): StepResult =>
  result(step, 'exhaustive', 'all as expected', { checks: [{ name, ok: true }] });

const expectations: JsonValue = {
  expectations: [
    {
      set: 'radio',
      sequence: 'may not open',
      file: 'tests.psl',
      line: 4,
      event: 'request radio ~> door : bolt.drive.Open',
      expected: 'deny',
      passed: true,
      verdict: 'denied',
      because: 'noRule',
      reasons: [],
    },
  ],
};

const twin = (name: string): JsonValue => ({
  twin: name,
  ran: true,
  equal: true,
  states: 11000,
  edges: 42000,
  depth: 12,
  tlc: { states: 11000, edges: 42000, version: '2.19', jar: 'fc0a' },
  firstDifference: null,
});

export const sampleTwins = [
  'Ipc',
  'Handles',
  'Lifecycle',
  'Notice',
  'Channels',
  'Memory',
  'Dma',
] as const;

const dma: JsonValue = {
  masters: [],
  states: 800,
  edges: 5000,
  complete: true,
  rights: ['of its domain'],
  risk: null,
  broken: null,
};

const shownRisk: JsonValue = {
  ...dma,
  risk: 'RISK-NO-IOMMU',
  broken: { why: 'the disk reaches a frame', steps: ['driver: RegisterMmio', 'disk: dmaRead'] },
};

/** What a board comes to: 96 MB of 64 MB. */
const board: JsonValue = {
  board: 'small',
  title: 'A small board',
  arch: 'armv5',
  cores: 1,
  iommu: 'none',
  risks: [{ id: 'RISK-NO-IOMMU' }],
  ram: 64 * 2 ** 20,
  recommended: 128 * 2 ** 20,
  total: 96 * 2 ** 20,
  parts: [
    { name: 'images', bytes: 90 * 2 ** 20 },
    { name: 'kernel', bytes: 6 * 2 ** 20 },
  ],
  processes: [{ name: 'door', bytes: 90 * 2 ** 20 }],
  findings: ['BGT-001 too much'],
};

/** The step that a run with a board has besides. */
export const boardStep: StepResult = result('board', 'tested', 'too much', board);

/** One passed result for each step of a run over the solution. */
export const sampleResults: readonly StepResult[] = [
  result('check', 'tested', '2 files', null),
  result('test', 'tested', '1 of 1 met', expectations),
  result('explore', 'exhaustive', 'no violation', search([])),
  result('objective:neverOpens', 'exhaustive', 'holds', search([])),
  property('completeMediation', 'MED-1'),
  property('defaultDeny', 'DENY-1'),
  property('integrity', 'ISO-1'),
  property('authorityConfinement', 'CAP-3'),
  property('revocation', 'CAP-2'),
  property('startedByGrant', 'LBL-1'),
  property('deadHoldsNothing', 'LIFE-3'),
  property('contextRelease', 'LIFE-2'),
  property('quotas', 'AVL-1'),
  property('accessesOwnFrames', 'MEM-2'),
  property('noResidue', 'MEM-3'),
  property('writeXorExecute', 'MEM-5'),
  property('freeFramesAreUnreachable', 'MEM-3'),
  property('noninterference', 'ISO-2'),
  result('dma:iommu', 'exhaustive', 'holds', dma),
  result('dma:none', 'exhaustive', 'residual risk RISK-NO-IOMMU', shownRisk),
  ...sampleTwins.flatMap((name) => [
    result(`twin:${name}`, 'exhaustive', 'equal', twin(name), { 'tla2tools.jar': 'fc0a' }),
    namedChecks(`invariants:${name}`, 'TypeOK'),
    namedChecks(`reach:${name}`, 'ReachDenied'),
  ]),
];

const fileOf = ({ step }: StepResult): string => `results/${step.replaceAll(':', '-')}.json`;

/** Result files as a run leaves them. */
export const filesOf = (results: readonly StepResult[]): ReadonlyMap<string, string> =>
  new Map(results.map((one) => [fileOf(one), writeStepResult(one)]));

export const inputOf = (results: readonly StepResult[]): EvidenceInput => ({
  version: '0.1.0',
  solution: sampleSolution,
  inputs: sampleInputs,
  results: filesOf(results),
});

/** The results, one of them with another status. */
export const withStatus = (step: string, status: Status): readonly StepResult[] =>
  sampleResults.map((one) => (one.step === step ? { ...one, status } : one));

/** The results without one of them. */
export const without = (step: string): readonly StepResult[] =>
  sampleResults.filter((one) => one.step !== step);

const plain = (sequence: Sequence): JsonValue => ({
  participants: sequence.participants,
  messages: sequence.messages.map((one) => ({ ...one })),
});

/** The results of a run in which the objective was violated. */
export const violatedResults = (sequence: Sequence): readonly StepResult[] =>
  sampleResults.map((one) =>
    one.step === 'objective:neverOpens'
      ? {
          ...one,
          status: 'failed',
          data: search([{ property: 'neverOpens', sequence: plain(sequence) }]),
        }
      : one,
  );
