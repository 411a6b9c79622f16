import type { Drawing } from '../drawing.ts';
import type { Evidence } from '../evidence.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { boardSection } from './board.ts';
import { deviceSection } from './devices.ts';
import { assumptionSection, digestSection, requirementSection } from './requirements.ts';
import { expectationSection, propertySection, searchSection, verdictSection } from './results.ts';
import { solutionSection } from './solution.ts';
import { style } from './style.ts';
import { stepSection, summary } from './summary.ts';
import { twinSection } from './twins.ts';
import { violationSection } from './violations.ts';

const contents = [
  ['steps', 'Steps'],
  ['violations', 'Violations'],
  ['solution', 'Solution'],
  ['verdicts', 'Verdicts'],
  ['expectations', 'Policy expectations'],
  ['exploration', 'Exploration'],
  ['properties', 'Properties'],
  ['devices', 'Devices'],
  ['board', 'Board'],
  ['twins', 'TLA+ twins'],
  ['requirements', 'Requirements'],
  ['assumptions', 'Assumptions'],
  ['digests', 'Tools and inputs'],
] as const;

const navigation = html`<nav class="contents" aria-label="Contents">
  <h2>Contents</h2>
  <ol>
    ${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
  </ol>
</nav> `;

const body = (evidence: Evidence, drawing: Drawing): Markup => {
  const { sections, solution } = evidence;
  return html`<div class="sheet">
    ${summary(evidence)}${navigation}
    <main>
      ${stepSection(evidence)}${violationSection(sections.searches)}${solutionSection(solution, drawing)}${verdictSection(sections)}${expectationSection(sections)}${searchSection(sections)}${propertySection(sections)}${deviceSection(sections)}${boardSection(sections)}${twinSection(sections)}${requirementSection(evidence)}${assumptionSection(evidence)}${digestSection(evidence)}
      <footer>
        Made by refmon ${evidence.version} from the result files of one run. Equal results give this
        page byte for byte.
      </footer>
    </main>
  </div>`;
};

/**
 * The evidence as one page that needs nothing else: no script, no font, no network. It reads in light
 * and dark, on paper and on a phone. Equal evidence and drawing, equal bytes.
 */
export const renderHtml = (evidence: Evidence, drawing: Drawing): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${evidence.solution.name}: ${evidence.overall.verdict} – refmon evidence</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        ${body(evidence, drawing)}
      </body>
    </html> `.markup;
