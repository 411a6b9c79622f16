import { processId } from '../../model/ids.ts';
import { near } from '../nearest.ts';
import type { Channel, Process, ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { InitEntry } from '../yaml/init.ts';
import type { Report } from './report.ts';

/** The processes and channels of an init description. */
export interface Linked {
  readonly processes: readonly Process[];
  readonly channels: readonly Channel[];
}

const nameServer = 'kl.core.NameServer';

/** Clients look the channel to the name server up by this one id. */
const checkNameServer = ({ className }: Process, id: Name, report: Report): void => {
  if (className !== nameServer || id.text === nameServer) return;
  const message = `the channel to the name server has another id than "${nameServer}"`;
  report.warning('INIT-007', id.at, message, { hint: `clients look "${nameServer}" up` });
};

/** A class without a name has been told of. */
const checkClass = (
  { text, at }: Name,
  classes: ReadonlyMap<string, ProcessClass>,
  report: Report,
): void => {
  if (text === '' || classes.has(text)) return;
  const message = `the policy includes no class "${text}": the process cannot start`;
  const hint = `add "use EDL ${text}" to the policy`;
  report.warning('INIT-004', at, message, { hint, ...near(text, classes.keys()) });
};

/** A channel for each connection whose target exists; the order is that of the file. */
export const linkProcesses = (
  entries: readonly InitEntry[],
  classes: ReadonlyMap<string, ProcessClass>,
  report: Report,
): Linked => {
  const processes = entries.map(({ name, className, program, at }, index): Process => ({
    id: processId(index),
    name: name.text,
    className: className.text,
    program,
    at,
  }));
  for (const { className } of entries) checkClass(className, classes, report);
  const byName = new Map(processes.map((process) => [process.name, process]));
  const channels = entries.flatMap(({ connections }, client) =>
    connections.flatMap(({ target, id, at }): readonly Channel[] => {
      // A connection without a target or an id has been told of.
      if (target.text === '' || id.text === '') return [];
      const server = byName.get(target.text);
      if (server !== undefined) {
        checkNameServer(server, id, report);
        return [{ name: id.text, client: processId(client), server: server.id, at }];
      }
      const message = `there is no process "${target.text}": the channel does not exist`;
      report.warning('INIT-003', target.at, message, near(target.text, byName.keys()));
      return [];
    }),
  );
  return { processes, channels };
};
