import type { EndpointEntry } from './read-services.ts';

/** The table of what each service can refuse, as its code says it. */
export const generateOutcomes = (endpoints: readonly EndpointEntry[]): string => {
  const rows = endpoints.flatMap(({ services }) =>
    services.map(({ name, code }) => {
      const refusals = [...code.refusals].map((one) => `'${one}'`).join(', ');
      return `'${name}': [${refusals}],`;
    }),
  );
  return `// Generated from the code of the services: npm run generate.
import type { Refusal } from '../../../model/step.ts';
import type { ServiceName } from './service-name.ts';

/** Why each service may refuse, once its request is granted. */
export const serviceRefusals: Readonly<Record<ServiceName, readonly Refusal[]>> = {
${rows.join('\n')}
};
`;
};
