import type { Explanation } from '../explain.ts';
import type { Change } from './change.ts';
import type { ExplainedRule, ExplainedValue } from './tree.ts';

const marks: Readonly<Record<Change['kind'], string>> = {
  message: '▸',
  context: '▸',
  both: '▸',
  rule: '■',
  event: '▸',
  asks: ' ',
  unknown: '?',
};

const valueLines = ({ expression, value, parts }: ExplainedValue, indent: string): string[] => [
  expression === value ? `${indent}${expression}` : `${indent}${expression} = ${value}`,
  ...parts.flatMap((part) => valueLines(part, `${indent}  `)),
];

const ruleLines = ({ rule, at, result, why, decides, argument }: ExplainedRule): string[] => [
  `  ${decides ? '▸' : ' '} ${at}  ${rule}  ${result}${why === undefined ? '' : ` (${why})`}`,
  ...(argument.expression === '()' ? [] : valueLines(argument, '        ')),
];

const changeLines = (change: Change): string[] => {
  if (change.kind !== 'context' && change.kind !== 'both') {
    return [`  ${marks[change.kind]} ${change.text}`];
  }
  const { after, verdict } = change;
  const beside = change.change === undefined ? '' : `${change.change}, `;
  return [
    `  ${marks.context} ${beside}after the events below: ${verdict}`,
    ...after.map((event) => `        ${event}`),
  ];
};

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines];

/** The explanation as lines of text. */
export const explanationText = (explanation: Explanation): string => {
  const { event, after, verdict, because, detail, tree, wouldChange, unmodelled } = explanation;
  const reason =
    because === undefined ? '' : ` (${because}${detail === undefined ? '' : `: ${detail}`})`;
  const asks = wouldChange.filter(({ kind }) => kind === 'asks');
  const changes = wouldChange.filter(({ kind }) => kind !== 'asks');
  return [
    event,
    ...titled(
      'after',
      (after ?? []).map((one) => `    ${one.event}  ${one.verdict}`),
    ),
    `${verdict}${reason}`,
    ...(unmodelled === true
      ? ['  the parameters of this method are not known: they are not modelled']
      : []),
    ...titled('rules asked, ▸ the deciding ones:', tree.flatMap(ruleLines)),
    ...titled('what would change it:', changes.flatMap(changeLines)),
    ...titled('what the rules ask for:', asks.flatMap(changeLines)),
  ].join('\n');
};
