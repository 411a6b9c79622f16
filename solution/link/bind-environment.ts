import type { EventKind } from '../../model/security.ts';
import type { PslType } from '../psl-type.ts';
import { checkYield } from './check-call.ts';
import type { Environment } from './environment.ts';
import { messageTypeOf, reachedBy, serversOf } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { pslTypeOf, sidType, unknownType } from './types.ts';

const shapesOf = (scope: Scope, kind: EventKind, chosen: Chosen): Environment['message'] => {
  const servers = serversOf(scope.classes, kind, chosen);
  if (kind !== 'execute' && (servers.length === 0 || servers.some(({ stub }) => stub))) {
    return 'unknown';
  }
  const reached = reachedBy(scope.classes, kind, chosen);
  if (reached.length === 0) return kind === 'execute' ? [] : 'unknown';
  return reached.map(({ server, endpoint, interface: one, method }) => ({
    name: `${endpoint?.name ?? one.name}.${method.name} of ${server.name}`,
    parameters: new Map(
      messageTypeOf(method, kind).parameters.map(({ name, type }) => [name, pslTypeOf(type)]),
    ),
  }));
};

/** What the rules of a binding may use, under the selectors on the path to them. */
export const environmentOf = (scope: Scope, kind: EventKind, chosen: Chosen): Environment => {
  const sids: [string, PslType][] = [['src_sid', sidType]];
  if (kind !== 'security') sids.push(['dst_sid', sidType]);
  return {
    message: shapesOf(scope, kind, chosen),
    variables: new Map([['message', unknownType], ...sids]),
    objects: scope.objects,
    yieldOf: checkYield,
    report: scope.report,
    needBasic: (operator, at) => {
      if (scope.packages.has('nk.basic')) return;
      const hint = { hint: 'add "use nk.basic._"' };
      scope.report.warning('PSL-009', at, `"${operator}" is declared by "nk.basic"`, hint);
    },
  };
};
