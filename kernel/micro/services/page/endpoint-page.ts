import { code, page } from './markdown.ts';
import { methodSection } from './method-section.ts';
import { shortOf } from './read-services.ts';
import type { EndpointEntry } from './read-services.ts';
import { unimplementedOf } from './unimplemented.ts';

const missing = (endpoint: string): string => {
  const methods = unimplementedOf(endpoint);
  return methods.length === 0
    ? ''
    : `## Not implemented

Public policies also name ${methods.map(code).join(', ')}: judged, then refused: unimplemented (\`rcUnimplemented\`).`;
};

/** spec/services/ENDPOINT.md. */
export const endpointPage = (
  endpoint: EndpointEntry,
  general: ReadonlyMap<string, string>,
): string =>
  page(
    `# ${endpoint.idl.name}, endpoint ${code(endpoint.name)}`,
    endpoint.idl.purpose,
    'What holds of every service, and what a call may be refused for before it is judged, stands in\n[README.md](README.md). The sources are the IDL of the SDK and the docstrings of\n`kernel/micro/services`; a test keeps this page equal to them.',
    ...endpoint.services.map((service) => methodSection(endpoint, service, general)),
    missing(endpoint.name),
  );

/** The name of an endpoint's page. */
export const pageName = (endpoint: string): string => `${shortOf(endpoint)}.md`;
