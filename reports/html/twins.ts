import type { DifferenceData, NamedChecksData, TwinData } from '../data.ts';
import type { Sections, Shown } from '../sections.ts';
import type { Content, Markup } from './markup.ts';
import { grouped, html } from './markup.ts';
import { code, digest, narrowTable, section, statusMark, table } from './parts.ts';

const owner = { model: 'the kernel', module: 'the module' } as const;

const differing = ({ differs, to }: DifferenceData): Markup =>
  differs.length > 0
    ? narrowTable(
        'Variables that differ after it',
        [
          { head: 'variable', kind: 'code' },
          { head: 'kernel', kind: 'code' },
          { head: 'module', kind: 'code' },
        ],
        differs.map(({ variable, model, module }) => [variable, model, module]),
      )
    : narrowTable(
        'Where it leads',
        [
          { head: 'variable', kind: 'code' },
          { head: 'value', kind: 'code' },
        ],
        Object.entries(to),
      );

const differenceIn = (name: string, found: DifferenceData): Markup =>
  html`<article class="violation">
    <h3>${name}: the first difference</h3>
    <p>
      ${found.path.length === 0 ? 'At the start' : 'After this shortest way, which both have,'}
      ${found.label === undefined ? 'an initial state' : html`the edge ${code(found.label)}`} is
      ${owner[found.only]}’s alone.
    </p>
    <ol class="words">
      ${found.path.map((label) => html`<li>${code(label)}</li>`)}
    </ol>
    ${differing(found)}
  </article>`;

const difference = ({ name, data }: Shown<TwinData>): Content =>
  data?.firstDifference === undefined ? undefined : differenceIn(name, data.firstDifference);

const twinRow = ({ name, result, data }: Shown<TwinData>): readonly Content[] => {
  if (data?.ran !== true) return [name, statusMark(result.status), '', '', '', '', result.detail];
  return [
    name,
    statusMark(result.status),
    grouped(data.states),
    grouped(data.edges),
    data.tlc === undefined ? '' : grouped(data.tlc.states),
    data.tlc === undefined ? '' : grouped(data.tlc.edges),
    data.equal ? 'equal' : 'different',
  ];
};

const checkTable = ({ result, data }: Shown<NamedChecksData>): Markup =>
  data === undefined
    ? html`<p><code>${result.step}</code>: ${statusMark(result.status)}, ${result.detail}</p>`
    : narrowTable(
        result.step.startsWith('reach')
          ? 'Outcomes that TLC must reach'
          : 'Invariants that TLC checked in every state',
        [{ head: 'name', kind: 'code' }, { head: 'as expected' }],
        data.checks.map(({ name, ok }) => [name, statusMark(ok ? 'passed' : 'failed')]),
      );

const toolsUsed = (twins: readonly Shown<TwinData>[]): Content =>
  [
    ...new Map(
      twins.flatMap(({ data }) =>
        data?.tlc === undefined ? [] : [[data.tlc.jar, data.tlc.version] as const],
      ),
    ),
  ].map(
    ([jar, version]) =>
      html`<p class="note">TLC ${version}; TLA+ tools, SHA-256 ${digest(jar)}</p>`,
  );

/** The kernel beside its TLA+ modules. */
export const twinSection = ({ twins, checks }: Sections): Markup =>
  section(
    'twins',
    'TLA+ twins',
    twins.map(difference),
    twins.length === 0
      ? html`<p>There is no result.</p>`
      : table(
          'State graphs of the kernel and of its TLA+ module, compared state by state and edge by edge',
          [
            { head: 'twin' },
            { head: 'result' },
            { head: 'states', kind: 'number' },
            { head: 'edges', kind: 'number' },
            { head: 'TLC’s states', kind: 'number' },
            { head: 'TLC’s edges', kind: 'number' },
            { head: 'comparison' },
          ],
          twins.map(twinRow),
        ),
    toolsUsed(twins),
    checks.map(checkTable),
  );
