import { retcodeOf } from '../../../retcode.ts';
import { rights } from '../../../rights.ts';
import { code, table } from './markdown.ts';
import { meaningOf } from './meanings.ts';
import { needs } from './needs.ts';
import { policyView } from './policy-view.ts';
import { isRefusal } from './read-code.ts';
import type { IdlParameter } from './read-idl.ts';
import type { EndpointEntry, ServiceEntry } from './read-services.ts';
import { whenOf } from './refusals.ts';

const rightOf = (service: string, { direction, type, name }: IdlParameter): string => {
  if (direction === 'out' || type !== 'Handle') return '–';
  const right = needs[service]?.[name] ?? 'none';
  return right === 'none' ? 'none' : `${code(right)} (0x${rights[right].toString(16)})`;
};

const argumentsOf = ({ name: service, idl }: ServiceEntry): string =>
  table(
    ['argument', 'direction', 'type', 'what it is', 'right that it takes'],
    idl.parameters.map((one) => [
      code(one.name),
      one.direction,
      code(one.type),
      meaningOf(service, one.name) ?? '',
      rightOf(service, one),
    ]),
  );

const refusalsOf = ({ doc }: ServiceEntry, general: ReadonlyMap<string, string>): string => {
  const refuses = doc?.refuses ?? [];
  return refuses.length === 0
    ? 'Refuses nothing.'
    : table(
        ['refusal', 'retcode', 'when'],
        refuses.map((one) => [
          code(one.name),
          isRefusal(one.name) ? retcodeOf[one.name] : '',
          whenOf(one, general),
        ]),
      );
};

/** A link to a file of the services, from a page of theirs. */
export const link = (path: string): string =>
  `[${path.slice('kernel/micro/services/'.length)}](../../${path})`;

/** The TLA+ operators that a service is compared with. */
export const twinsOf = ({ doc }: ServiceEntry): string =>
  (doc?.twins ?? []).map(({ operator, file }) => `${code(operator)} in ${code(file)}`).join(', ');

const footer = (service: ServiceEntry): string => {
  const twins = twinsOf(service);
  return [
    `- Code: ${link(service.path)}; test: ${link(service.testPath)}`,
    ...(twins === '' ? [] : [`- TLA+: ${twins}`]),
    `- Source: ${service.doc?.source ?? ''}.`,
  ].join('\n');
};

/** What a service does, in the words of the IDL and of its docstring. */
export const purposeOf = ({ idl, doc }: ServiceEntry): string =>
  idl.purpose ?? /^.*?\.(?=\s|$)/u.exec(doc?.says ?? '')?.[0] ?? '';

/** The section of a method on the page of its endpoint. */
export const methodSection = (
  endpoint: EndpointEntry,
  service: ServiceEntry,
  general: ReadonlyMap<string, string>,
): string => {
  const { idl, doc } = service;
  return [
    `## ${idl.name}`,
    ...(idl.purpose === undefined ? [] : [idl.purpose]),
    `\`\`\`text\n${idl.signature}\n\`\`\``,
    argumentsOf(service),
    `**Effect:** ${doc?.says ?? ''}`,
    doc?.blocks === undefined ? 'Does not block.' : `**Blocks:** ${doc.blocks}`,
    refusalsOf(service, general),
    policyView(endpoint, service),
    footer(service),
  ].join('\n\n');
};
