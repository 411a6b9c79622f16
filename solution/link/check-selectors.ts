import type { RelatedPlace } from '../../model/diagnostic.ts';
import { near } from '../nearest.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Selectors } from '../syntax/tree/selectors.ts';
import { chosenBy, legalSelectors, reachedBy, serverSelector, without } from './reach.ts';
import type { Chosen } from './reach.ts';
import {
  checkComponent,
  checkEndpoint,
  checkExecute,
  checkInterface,
  checkLegal,
  checkMethod,
  isNeverReached,
} from './selector-names.ts';
import type { SelectorCheck } from './selector-names.ts';

const checkClass = ({ classes, report }: SelectorCheck, { text, at }: Name): void => {
  if (classes.has(text)) return;
  const message = `the policy includes no class "${text}": this never matches`;
  const hint = `add "use EDL ${text}" if the solution has it`;
  report.warning('PSL-010', at, message, { hint, ...near(text, classes.keys()) });
};

const checkName = (
  check: SelectorCheck,
  chosen: Chosen,
  { name, value }: Selectors[number],
): void => {
  if (name === 'src' || name === 'dst') checkClass(check, value);
  else if (check.kind === 'execute' && (name === 'interface' || name === 'method'))
    checkExecute(check, name, value);
  else if (name === 'endpoint') checkEndpoint(check, chosen, value);
  else if (name === 'component') checkComponent(check, chosen, value);
  else if (name === 'interface') checkInterface(check, chosen, value);
  else checkMethod(check, chosen, value);
};

const stoodHere = ({ at }: Name): readonly RelatedPlace[] => [{ at, message: 'selected here' }];

/** Selectors that the event does not have, and those that say otherwise than one before. */
const checkAgainst = (
  { kind, report }: SelectorCheck,
  selector: Selectors[number],
  before: Name | undefined,
): void => {
  const { name, value } = selector;
  checkLegal(kind, selector, report.error);
  if (!legalSelectors[kind].includes(name) || before === undefined) return;
  if (before.text === value.text) return;
  const message = `${name} is "${before.text}" already: this section never matches`;
  report.warning('PSL-012', value.at, message, { related: stoodHere(before) });
};

/** An endpoint and a component, each of which is there, but not together. */
const checkTogether = (check: SelectorCheck, chosen: Chosen, where: Selectors): void => {
  const [endpoint, component] = [chosen.get('endpoint'), chosen.get('component')];
  if (endpoint === undefined || component === undefined) return;
  const here = where.findLast(({ name }) => name === 'endpoint' || name === 'component')?.value;
  if (here === undefined) return;
  const both = without(chosen, 'interface', 'method');
  if (!isNeverReached(check, both)) return;
  if (isNeverReached(check, without(both, 'endpoint'))) return;
  if (isNeverReached(check, without(both, 'component'))) return;
  const other = here === endpoint ? component : endpoint;
  const message = `no component ${component.text} has the endpoint ${endpoint.text}: this section never matches`;
  check.report.warning('PSL-012', here.at, message, { related: stoodHere(other) });
};

/** Where an endpoint of a server is reached all names are right: no more need be asked. Hot. */
const isReached = ({ classes, kind }: SelectorCheck, chosen: Chosen): boolean =>
  chosen.has('endpoint') &&
  chosen.has(serverSelector(kind)) &&
  reachedBy(classes, kind, chosen).length > 0;

/**
 * Checks the selectors of one binding or `match`, given those around it.
 *
 * Result: all selectors on the path.
 */
export const checkSelectors = (check: SelectorCheck, outer: Chosen, where: Selectors): Chosen => {
  const own = where.filter(({ name }) => legalSelectors[check.kind].includes(name));
  const chosen = chosenBy(outer, where);
  const seen = new Map(outer);
  for (const selector of where) {
    checkAgainst(check, selector, seen.get(selector.name));
    seen.set(selector.name, selector.value);
  }
  const isRight = isReached(check, chosen);
  for (const selector of own) {
    const isClass = selector.name === 'src' || selector.name === 'dst';
    if (isClass || !isRight) checkName(check, chosen, selector);
  }
  if (!isRight) checkTogether(check, chosen, own);
  return chosen;
};
