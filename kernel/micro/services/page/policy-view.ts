import { publishedMethods } from '../../../../solution/sdk/names.ts';
import { code } from './markdown.ts';
import type { IdlParameter } from './read-idl.ts';
import type { EndpointEntry, ServiceEntry } from './read-services.ts';

/** Kinds of the events of one call, in their order. */
export const eventsOf = ({ code: { judges, ends } }: ServiceEntry): readonly string[] => [
  'request',
  ...(judges ? ['execute'] : []),
  ...(ends ? [] : ['response']),
];

const typeOf = ({ type }: IdlParameter): string =>
  type === 'Handle' ? '{ handle : SID, rights : UInt32 }' : type;

const messageOf = ({ idl }: ServiceEntry, direction: IdlParameter['direction']): string => {
  const fields = idl.parameters
    .filter((one) => one.direction === direction)
    .map((one) => `${one.name} : ${typeOf(one)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const eventText = (endpoint: EndpointEntry, service: ServiceEntry, kind: string): string => {
  if (kind === 'execute')
    return 'execute  src=CALLER dst=STARTED interface=kl.core.Execute method=main\n         {}';
  const isRequest = kind === 'request';
  const sides = isRequest ? 'src=CALLER dst=kl.core.Core' : 'src=kl.core.Core dst=CALLER';
  const at = `endpoint=${endpoint.name} interface=${endpoint.idl.name} method=${service.idl.name}`;
  return `${kind.padEnd(8)} ${sides} ${at}\n         ${messageOf(service, isRequest ? 'in' : 'out')}`;
};

const notesOf = (service: ServiceEntry): readonly string[] => [
  ...(service.code.ends ? ['There is no response: the caller has ended.'] : []),
  ...(service.code.judges
    ? [
        'The `execute` event is judged after the guards of the service and before its effect; STARTED is the class of the process. Denied, the service is refused with `startDenied`.',
      ]
    : []),
  ...(publishedMethods.has(service.name)
    ? []
    : [
        'The parameters of the method are a choice of refmon: a policy may read others, which are taken to be scalars (C-06).',
      ]),
];

/** What the policy sees of a call: its events with their messages. */
export const policyView = (endpoint: EndpointEntry, service: ServiceEntry): string => {
  const events = eventsOf(service).map((kind) => eventText(endpoint, service, kind));
  const block = `\`\`\`text\n${events.join('\n')}\n\`\`\``;
  const notes = notesOf(service).join(' ');
  const title = `The policy sees ${eventsOf(service).map(code).join(', then ')}:`;
  return [title, block, ...(notes === '' ? [] : [notes])].join('\n\n');
};
