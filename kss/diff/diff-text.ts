import { listed } from '../../model/listed.ts';
import { describeEvent } from '../pal.ts';
import { reasonLines } from '../witness/reason.ts';
import type { VerdictAnswer } from '../answer.ts';
import type { Differences, ConfirmedDifference } from './differences.ts';
import type { DiffGroup, DiffMethod } from './groups.ts';

const methodText = ({ endpoint, interface: one, method }: DiffMethod): string =>
  `${endpoint ?? one}.${method}`;

/** Names that are told; of more, how many there are. */
const mostNames = 6;

const inOneLine = (names: readonly string[]): string => listed(names, mostNames);

const whoText = ({ event, sources, destinations, methods }: DiffGroup): string => {
  const to = destinations.length === 0 ? '' : ` ~> ${inOneLine(destinations)}`;
  const of = event === 'execute' ? '' : ` : ${inOneLine(methods.map(methodText))}`;
  return `${event} ${inOneLine(sources)}${to}${of}`;
};

/** The rules that decide: those that denied or failed; of a grant all. */
const decidingIn = ({ verdict, reasons }: VerdictAnswer): readonly string[] =>
  reasons
    .filter(({ result }) => verdict === 'granted' || result !== 'granted')
    .map(({ object, rule, at }) => `${object}.${rule} at ${at}`);

const verdictLine = (name: string, answer: VerdictAnswer): string => {
  const because = answer.because === undefined ? '' : ` (${answer.because})`;
  const rules = inOneLine(decidingIn(answer));
  return `    ${name}: ${answer.verdict}${because}${rules === '' ? '' : `: ${rules}`}`;
};

const witnessLines = ({ witness: { prelude, event } }: ConfirmedDifference): readonly string[] =>
  prelude.length === 0
    ? [`    witness: ${describeEvent(event)}`]
    : [
        '    witness: after',
        ...prelude.map((one) => `        ${describeEvent(one)}`),
        `      the event ${describeEvent(event)}`,
      ];

const groupLines = (group: DiffGroup): readonly string[] => {
  const { when, example } = group;
  return [
    `  ${whoText(group)}`,
    ...(when.length === 0 ? [] : [`    when ${when.join(' and ')}`]),
    verdictLine('A', example.a),
    verdictLine('B', example.b),
    ...witnessLines(example),
  ];
};

const titled = (title: string, groups: readonly DiffGroup[]): readonly string[] =>
  groups.length === 0 ? [] : [title, ...groups.flatMap(groupLines)];

/** The differences as lines of text. */
export const diffText = (
  { reasons, slots, alike }: Differences,
  groups: readonly DiffGroup[],
): string => {
  const of = (change: DiffGroup['change']) => groups.filter((group) => group.change === change);
  return [
    ...titled('B grants, A denies:', of('granted')),
    ...titled('B denies, A grants:', of('denied')),
    groups.length === 0 ? 'no verdict differs' : '',
    `${String(slots)} kinds of events compared; at ${String(alike)} of them both policies ask the same`,
    `complete: ${String(reasons.length === 0)}`,
    ...reasonLines(reasons, '  '),
  ]
    .filter((line) => line !== '')
    .join('\n');
};
