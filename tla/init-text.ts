/** Processes by name, each of the class of the same letter, and channels between them. */
export interface Topology {
  readonly processes: readonly string[];
  readonly channels: readonly (readonly [client: string, server: string])[];
}

/** The init description of a topology. */
export const initText = ({ processes, channels }: Topology): string => {
  const entries = processes.map((name) => {
    const targets = channels.filter(([client]) => client === name).map(([, server]) => server);
    const list = targets.map((target) => `  - {target: ${target}, id: ${target}}\n`).join('');
    const connections = list === '' ? '' : `  connections:\n${list}`;
    return `- name: t.${name.toUpperCase()}\n  task: ${name}\n${connections}`;
  });
  return `entities:\n${entries.join('')}`;
};
