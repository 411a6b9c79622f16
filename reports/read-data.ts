import type {
  BoardData,
  BudgetShare,
  DifferenceData,
  DmaData,
  ExpectationData,
  NamedChecksData,
  PropertyData,
  ReasonData,
  SearchData,
  TestData,
  TwinData,
  VerdictCounts,
  ViolationData,
} from './data.ts';
import type { Fields } from './fields.ts';
import { messageKinds, messageVerdicts } from './sequence.ts';
import type { Sequence, SequenceMessage } from './sequence.ts';
import { eventKinds } from '../model/security.ts';
import { riskIds } from '../spec/risks.ts';

const readReason = (fields: Fields): ReasonData => ({
  rule: fields.text('rule'),
  object: fields.text('object'),
  at: fields.text('at'),
  result: fields.text('result'),
});

const readExpectation = (fields: Fields): ExpectationData => ({
  set: fields.text('set'),
  sequence: fields.text('sequence'),
  file: fields.text('file'),
  line: fields.count('line'),
  event: fields.text('event'),
  expected: fields.word('expected', ['grant', 'deny', 'any']),
  passed: fields.flag('passed'),
  verdict: fields.word('verdict', ['granted', 'denied']),
  because: fields.optional('because', fields.text),
  reasons: fields.list('reasons', readReason),
});

export const readTest = (fields: Fields): TestData => ({
  expectations: fields.list('expectations', readExpectation),
});

const readMessage = (fields: Fields): SequenceMessage => ({
  step: fields.count('step'),
  kind: fields.word('kind', messageKinds),
  from: fields.text('from'),
  to: fields.text('to'),
  label: fields.text('label'),
  content: fields.text('content'),
  verdict: fields.word('verdict', messageVerdicts),
  why: fields.text('why'),
  breaks: fields.flag('breaks'),
});

const readSequence = (fields: Fields): Sequence => ({
  participants: fields.texts('participants'),
  messages: fields.list('messages', readMessage),
});

const readViolation = (fields: Fields): ViolationData => ({
  property: fields.text('property'),
  sequence: fields.object('sequence', readSequence),
});

const readVerdicts = (fields: Fields): VerdictCounts =>
  Object.fromEntries(
    eventKinds.flatMap((kind) => {
      const counts = fields.optional(kind, (name) =>
        fields.object(name, (inner) => ({
          granted: inner.count('granted'),
          denied: inner.count('denied'),
        })),
      );
      return counts === undefined ? [] : [[kind, counts]];
    }),
  );

export const readSearch = (fields: Fields): SearchData => ({
  states: fields.count('states'),
  edges: fields.count('edges'),
  depth: fields.count('depth'),
  complete: fields.flag('complete'),
  reasons: fields.texts('reasons'),
  actions: fields.countsByName('actions'),
  mostGeneral: fields.texts('mostGeneral'),
  programmed: fields.texts('programmed'),
  bound: fields.texts('bound'),
  verdicts: fields.optional('verdicts', (name) => fields.object(name, readVerdicts)),
  violations: fields.list('violations', readViolation),
});

export const readProperty = (fields: Fields): PropertyData => ({
  requirement: fields.text('requirement'),
  statement: fields.text('statement'),
  seed: fields.count('seed'),
  runs: fields.count('runs'),
  steps: fields.count('steps'),
  witnesses: fields.count('witnesses'),
  counterexample: fields.optional('counterexample', (name) =>
    fields.object(name, (inner) => ({ why: inner.text('why'), steps: inner.texts('steps') })),
  ),
});

const readDifference = (fields: Fields): DifferenceData => ({
  only: fields.word('only', ['model', 'module']),
  path: fields.texts('path'),
  label: fields.optional('label', fields.text),
  to: fields.textsByName('to'),
  differs: fields.list('differs', (inner) => ({
    variable: inner.text('variable'),
    model: inner.text('model'),
    module: inner.text('module'),
  })),
});

export const readTwin = (fields: Fields): TwinData => ({
  twin: fields.text('twin'),
  ran: fields.flag('ran'),
  equal: fields.flag('equal'),
  states: fields.count('states'),
  edges: fields.count('edges'),
  depth: fields.count('depth'),
  tlc: fields.optional('tlc', (name) =>
    fields.object(name, (inner) => ({
      states: inner.count('states'),
      edges: inner.count('edges'),
      version: inner.text('version'),
      jar: inner.text('jar'),
    })),
  ),
  firstDifference: fields.optional('firstDifference', (name) =>
    fields.object(name, readDifference),
  ),
});

export const readNamedChecks = (fields: Fields): NamedChecksData => ({
  checks: fields.list('checks', (inner) => ({ name: inner.text('name'), ok: inner.flag('ok') })),
});

const readShare = (fields: Fields): BudgetShare => ({
  name: fields.text('name'),
  bytes: fields.count('bytes'),
});

export const readDma = (fields: Fields): DmaData => ({
  masters: fields.texts('masters'),
  states: fields.count('states'),
  edges: fields.count('edges'),
  complete: fields.flag('complete'),
  rights: fields.texts('rights'),
  risk: fields.optional('risk', (name) => fields.word(name, riskIds)),
  broken: fields.optional('broken', (name) =>
    fields.object(name, (inner) => ({ why: inner.text('why'), steps: inner.texts('steps') })),
  ),
});

export const readBoard = (fields: Fields): BoardData => ({
  board: fields.text('board'),
  title: fields.text('title'),
  arch: fields.text('arch'),
  cores: fields.count('cores'),
  iommu: fields.text('iommu'),
  risks: fields.list('risks', (inner) => inner.word('id', riskIds)),
  ram: fields.count('ram'),
  recommended: fields.count('recommended'),
  total: fields.count('total'),
  parts: fields.list('parts', readShare),
  processes: fields.list('processes', readShare),
  findings: fields.texts('findings'),
});
