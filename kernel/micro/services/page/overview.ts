import { pageName } from './endpoint-page.ts';
import { code, page, table } from './markdown.ts';
import { link, purposeOf, twinsOf } from './method-section.ts';
import { needs } from './needs.ts';
import { eventsOf } from './policy-view.ts';
import type { EndpointEntry, ServiceEntry } from './read-services.ts';
import { unimplemented } from './unimplemented.ts';

const rightsOf = ({ name }: ServiceEntry): string => {
  const asked = Object.entries(needs[name] ?? {}).filter(([, right]) => right !== 'none');
  return asked.length === 0
    ? '–'
    : asked.map(([parameter, right]) => `${code(right)} of ${code(parameter)}`).join(', ');
};

const or = (text: string, otherwise: string): string => (text === '' ? otherwise : text);

const rowOf = (endpoint: EndpointEntry, service: ServiceEntry): readonly string[] => {
  const { idl, doc, testPath } = service;
  return [
    `[${service.name}](${pageName(endpoint.name)}#${idl.name.toLowerCase()})`,
    purposeOf(service),
    rightsOf(service),
    doc?.blocks === undefined ? 'no' : doc.blocks.replace(/\.$/u, ''),
    or((doc?.refuses ?? []).map(({ name }) => code(name)).join(', '), '–'),
    eventsOf(service).join(', '),
    link(testPath),
    or(twinsOf(service), '–'),
  ];
};

const columns = ['service', 'what', 'rights', 'blocks', 'refuses', 'policy sees', 'test', 'TLA+'];

const missingTable = (): string =>
  table(
    ['endpoint', 'methods'],
    unimplemented().flatMap(([endpoint, methods]) =>
      methods.length === 0 ? [] : [[code(endpoint), methods.map(code).join(', ')]],
    ),
  );

const bare = (endpoints: readonly EndpointEntry[]): string =>
  unimplemented()
    .filter(
      ([name, methods]) => methods.length === 0 && !endpoints.some((one) => one.name === name),
    )
    .map(([name]) => code(name))
    .join(', ');

const intro = `The services of the kernel, as endpoints of the class \`kl.core.Core\`: a process calls them by the handle of the kernel,
which it holds from its start. The sources of these pages are the IDL of the SDK and the docstrings of
\`kernel/micro/services\`; a test keeps the pages equal to both, and the docstrings equal to the code
(\`npx vitest run kernel/micro/services/page -u\` writes the pages again).`;

const rules = `## What holds of every service

- Before anything is judged a call is refused, with the state as it was, where the handle that it goes by names nothing, was
  revoked, lacks the call right or cannot be called, where the message is too large, and where a handle within the message
  names nothing (\`badHandle\`, C-67). [Retcodes](../retcodes.md) has all refusals. A revoked handle within the message comes as
  far as the service: it can be closed.
- The request is judged as \`request src=CALLER dst=kl.core.Core\`, with the parameters in. A handle is seen as \`{ handle, rights }\`:
  the SID of its resource, and the rights that it has and the message lends; the null handle as SID 0 without rights. An omitted
  parameter has its type's default (C-10). A denied request ends the call, and changes nothing but the audit log.
- A granted request is served, guards first. What refuses then is answered like what is done: by a response, in which all but
  \`rc\` are defaults.
- The answer is judged as \`response src=kl.core.Core dst=CALLER\`, with the parameters out. A denied response ends the call,
  withholds the outputs and closes the handles that were made for it; other effects stay (C-62).
- Where a service blocks, its response is judged when the wait ends. Where it ends its own caller, there is none. Timeout and
  synchronisation object of the call itself do not bear on services: those that wait have a parameter for it.`;

/** spec/services/README.md: every service in one table, and what the kernel does not have. */
export const overviewPage = (endpoints: readonly EndpointEntry[]): string =>
  page(
    '# Services',
    intro,
    rules,
    '## Every service',
    table(
      columns,
      endpoints.flatMap((endpoint) => endpoint.services.map((service) => rowOf(endpoint, service))),
    ),
    '## What the kernel does not implement',
    'Methods that public policies name, and that have no service. Each is judged, then refused: unimplemented (`rcUnimplemented`).',
    missingTable(),
    `Of ${bare(endpoints)} the public record names the endpoint and no method.`,
  );
