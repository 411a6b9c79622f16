import { solutionDot } from '../dot.ts';
import { findPlainSvg } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import { behaviourOf } from '../describe-solution.ts';
import type { ProcessDescription, SolutionDescription } from '../describe-solution.ts';
import type { Content, Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { listed, section, table } from './parts.ts';

const figure = (solution: SolutionDescription, drawing: Drawing): Markup => {
  const svg = findPlainSvg(drawing(solutionDot(solution)));
  return svg === undefined
    ? html`<p class="note">The graph could not be drawn; the tables below say the same.</p>`
    : html`<figure
          class="figure"
          role="region"
          tabindex="0"
          aria-label="Graph of processes and channels, told by the tables below"
        >
          ${trusted(svg)}
        </figure>
        <p class="note">
          An arrow is a channel from client to server, with its connection's name. A dashed frame
          stands for a process without a program: it may do anything of its alphabet; in red it is
          one that some objective does not trust.
        </p>`;
};

const endpoints = ({ endpoints: all }: ProcessDescription): Content =>
  all.length === 0
    ? html`<span class="soft">none</span>`
    : all.map(
        ({ name, interface: offered, component }) =>
          html`<div>
            <code>${name}</code> :
            ${offered}${
              component === undefined ? undefined : html` <span class="soft">in ${component}</span>`
            }
          </div>`,
      );

/** Processes and channels, as a graph and as tables. */
export const solutionSection = (solution: SolutionDescription, drawing: Drawing): Markup =>
  section(
    'solution',
    'Solution',
    figure(solution, drawing),
    table(
      'Processes, in the order of the init description',
      [
        { head: 'process' },
        { head: 'class' },
        { head: 'behaviour in the search' },
        { head: 'endpoints' },
      ],
      solution.processes.map((process) => [
        process.name,
        process.class,
        behaviourOf(process),
        endpoints(process),
      ]),
    ),
    table(
      'Channels',
      [{ head: 'connection' }, { head: 'client' }, { head: 'server' }],
      solution.channels.map(({ name, client, server }) => [name, client, server]),
    ),
    solution.objectives.length === 0
      ? html`<p>The solution states no objective.</p>`
      : table(
          'Objectives',
          [{ head: 'objective' }, { head: 'what it says' }, { head: 'does not trust' }],
          solution.objectives.map(({ name, text, untrusted }) => [name, text, listed(untrusted)]),
        ),
  );
