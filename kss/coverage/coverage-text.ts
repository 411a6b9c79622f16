import type {
  BranchCoverage,
  ConditionCoverage,
  Coverage,
  RuleCoverage,
  Share,
} from './coverage.ts';

const shareText = (what: string, { covered, total }: Share): string =>
  `${what} ${String(covered)}/${String(total)}`;

/** The figures, in one line. */
export const coverageSummary = ({
  rules,
  branches,
  conditions,
  mcdc,
  leftOut,
}: Coverage): string => {
  const parts = [
    shareText('rules', rules),
    shareText('branches', branches),
    shareText('conditions', conditions),
    shareText('MC/DC', mcdc),
  ];
  const left = leftOut === 0 ? '' : ` (${String(leftOut)} rules of SDK packages left out)`;
  return `coverage: ${parts.join(', ')}${left}`;
};

const ruleLine = (one: RuleCoverage): string | undefined => {
  const { call, at, answers, asked, granted, refused } = one;
  if (asked === 0) return `${at}: ${call} was never asked`;
  if (granted === 0 && answers !== 'refused') return `${at}: ${call} was never granted`;
  return refused === 0 && answers !== 'granted' ? `${at}: ${call} never refused` : undefined;
};

const branchLine = ({ case: name, at, taken }: BranchCoverage): string | undefined => {
  if (taken > 0) return undefined;
  return name === 'no case'
    ? `${at}: a case fitted every time`
    : `${at}: the case ${name} was never taken`;
};

const conditionLine = ({
  condition,
  at,
  wasTrue,
  wasFalse,
  independent,
}: ConditionCoverage): string | undefined => {
  if (!wasTrue && !wasFalse) return `${at}: ${condition} was never evaluated`;
  if (!wasTrue) return `${at}: ${condition} was never true`;
  if (!wasFalse) return `${at}: ${condition} was never false`;
  return independent ? undefined : `${at}: ${condition} was never seen to decide alone, both ways`;
};

const isText = (line: string | undefined): line is string => line !== undefined;

/** What no event has touched, each with its place, in the order of the policy. */
export const uncoveredLines = ({ rules, branches, conditions }: Coverage): readonly string[] => [
  ...rules.sites.map(ruleLine).filter(isText),
  ...branches.sites.map(branchLine).filter(isText),
  ...conditions.sites.map(conditionLine).filter(isText),
];
