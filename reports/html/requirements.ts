import { rowTitles } from '../../spec/rows.ts';
import type { Evidence } from '../evidence.ts';
import type { RequirementEvidence, Support } from '../requirement-evidence.ts';
import type { Content, Markup } from './markup.ts';
import { html } from './markup.ts';
import { code, digest, section, statusMark, table } from './parts.ts';

/** By what means, or why not. */
const supportWord = ({ status, how }: Support): string => {
  const words = { failed: 'failed', skipped: 'not run', vacuous: 'vacuous', missing: 'no result' };
  return status === 'passed' ? (how ?? '') : words[status];
};

const support = (one: Support): Markup =>
  html`<div>${code(one.step)} <span class="soft">${supportWord(one)}</span></div>`;

const supports = ({ by, why }: RequirementEvidence): Content =>
  by.length === 0 ? html`<span class="soft">${why}</span>` : by.map(support);

const isBegun = ({ by, status }: RequirementEvidence): boolean =>
  by.length > 0 || status !== 'unsupported';

const begunTable = (requirements: readonly RequirementEvidence[]): Markup =>
  table(
    'Requirements that this version claims, and the steps behind each; their result files are listed at the end',
    [
      { head: 'id' },
      { head: 'row' },
      { head: 'statement' },
      { head: 'status' },
      { head: 'shown by' },
    ],
    requirements.map((requirement) => [
      html`<span class="id">${requirement.id}</span>`,
      html`<span title="${rowTitles[requirement.row]}">${requirement.row}</span>`,
      html`<div class="statement">${requirement.statement}</div>`,
      statusMark(requirement.status),
      supports(requirement),
    ]),
  );

const openTable = (requirements: readonly RequirementEvidence[]): Markup =>
  table(
    'Requirements for which this version has nothing to show',
    [{ head: 'id' }, { head: 'row' }, { head: 'statement' }, { head: 'status' }],
    requirements.map(({ id, row, statement, status }) => [
      html`<span class="id">${id}</span>`,
      html`${row} <span class="soft">${rowTitles[row]}</span>`,
      html`<div class="statement">${statement}</div>`,
      statusMark(status),
    ]),
  );

/** Every requirement: first those that something is claimed of, then the rest. */
export const requirementSection = ({ requirements, overall }: Evidence): Markup => {
  const { supported, failed, unsupported, skipped, vacuous } = overall.requirements;
  return section(
    'requirements',
    'Requirements',
    html`<p>
      ${supported} supported, ${failed} failed, ${skipped} not run, ${vacuous} vacuous,
      ${unsupported} unsupported.
      <span class="soft"
        >Supported means that every step it rests on has passed in this run, under the assumptions
        below.</span
      >
    </p>`,
    begunTable(requirements.filter(isBegun)),
    openTable(requirements.filter((requirement) => !isBegun(requirement))),
  );
};

/** What everything rests on. */
export const assumptionSection = ({ assumptions }: Evidence): Markup =>
  section(
    'assumptions',
    'Assumptions',
    table(
      'What is taken for granted, and which requirements rely on it',
      [{ head: 'id', kind: 'code' }, { head: 'statement' }, { head: 'relied on by' }],
      assumptions.map(({ id, statement, reliedOnBy, turnedOff }) => [
        id,
        html`<div class="statement">
          ${statement}${
            turnedOff === undefined
              ? undefined
              : html`<small>turned off by ${code(turnedOff)}</small>`
          }
        </div>`,
        reliedOnBy.join(', '),
      ]),
    ),
  );

/** Tools and inputs, by which a second party can tell whether it has the same. */
export const digestSection = ({ tools, inputs, steps }: Evidence): Markup =>
  section(
    'digests',
    'Tools and inputs',
    table(
      'Tools, and the steps that used them',
      [{ head: 'tool' }, { head: 'version or SHA-256' }, { head: 'steps' }],
      tools.map(({ name, version, steps }) => [name, digest(version), steps.join(', ')]),
    ),
    table(
      'Result files of this run',
      [
        { head: 'file', kind: 'code' },
        { head: 'step', kind: 'code' },
      ],
      steps.map(({ file, result }) => [file, result.step]),
    ),
    table(
      'Inputs',
      [{ head: 'file', kind: 'code' }, { head: 'SHA-256' }],
      Object.entries(inputs).map(([file, sha]) => [file, digest(sha)]),
    ),
  );
