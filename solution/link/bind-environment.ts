import type { EventKind } from '../../model/security.ts';
import type { PslType } from '../psl-type.ts';
import { checkYield } from './check-call.ts';
import type { Environment } from './environment.ts';
import { messageTypeOf, reachedBy } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { pslTypeOf, sidType, unknownType } from './types.ts';

type Shapes = ReturnType<Environment['message']>;

const shapesOf = (scope: Scope, kind: EventKind, chosen: Chosen): Shapes => {
  const reached = reachedBy(scope.classes, kind, chosen);
  if (reached.length === 0) return kind === 'execute' ? [] : 'unknown';
  return reached.map(({ server, endpoint, interface: one, method }) => {
    const { parameters, open } = messageTypeOf(method, kind);
    return {
      name: `${endpoint?.name ?? one.name}.${method.name} of ${server.name}`,
      parameters: new Map(parameters.map(({ name, type }) => [name, pslTypeOf(type)])),
      open,
    };
  });
};

/** What the rules of a binding may use, under the selectors on the path to them. */
export const environmentOf = (scope: Scope, kind: EventKind, chosen: Chosen): Environment => {
  const sids: [string, PslType][] = [['src_sid', sidType]];
  if (kind !== 'security') sids.push(['dst_sid', sidType]);
  let shapes: Shapes | undefined;
  return {
    message: () => (shapes ??= shapesOf(scope, kind, chosen)),
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
