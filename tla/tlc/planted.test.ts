import { beforeAll, describe, expect, it } from 'vitest';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { describeDifference } from '../compare.ts';
import { generateCfg, generateMc, ipcInvariants } from '../ipc/generate.ts';
import type { IpcTopology } from '../ipc/solution.ts';
import { findTools } from './jar.ts';
import type { Tools } from './jar.ts';
import { checkReaches, compareIpc, ipcModuleFiles, nextFaults } from './run-ipc.ts';
import type { Comparison } from './run-ipc.ts';
import { runTlc } from './run.ts';

/** A system small enough for a run in a second. */
const tiny: IpcTopology = {
  processes: ['a', 'b', 's'],
  channels: [
    ['a', 's'],
    ['b', 's'],
  ],
};
const module = 'MCIpcTiny';

const filesWith = (change: (ipc: string) => string): ReadonlyMap<string, string> => {
  const files = ipcModuleFiles();
  return new Map([
    ...files,
    ['Ipc.tla', change(files.get('Ipc.tla') ?? '')],
    [`${module}.tla`, generateMc(module, tiny)],
    [`${module}.cfg`, generateCfg(ipcInvariants)],
  ]);
};

const found = await findTools();
const skip = found.kind === 'missing' && process.env['CI'] !== 'true';
if (skip) process.stderr.write(`skipped: planted mismatches of the twin Ipc: ${found.message}\n`);

describe.skipIf(skip)('compareIpc', () => {
  let tools: Extract<Tools, { kind: 'ready' }>;

  beforeAll(() => {
    if (found.kind === 'missing') throw new Error(found.message);
    tools = found;
  });

  const compare = (
    use: Parts = parts,
    change: (ipc: string) => string = (ipc) => ipc,
  ): Promise<Comparison> =>
    compareIpc(tools, {
      topology: tiny,
      bound: 50_000,
      parts: use,
      module,
      files: filesWith(change),
    });

  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const { difference, model, tlc } = await compare();

    expect(difference).toBeUndefined();
    expect(tlc.result.kind).toBe('passed');
    expect(model.graph.keys.length).toBe(tlc.graph?.keys.length);
    expect(model.graph.keys.length).toBeGreaterThan(50);
  });

  it('finds an effect that the kernel drops: a reply that frees nobody [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compare({ ...parts, finish: (threads) => threads });

    expect(difference?.label).toMatch(/^Reply_(Granted|Denied)__s_[ab]_/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['serving', 'wait']);
  });

  it('finds a wait that the kernel forgets [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compare({ ...parts, listen: (threads) => threads });

    expect(difference?.label).toMatch(/^Recv_Wait__/);
    expect(difference === undefined ? '' : describeDifference(difference)).toContain(
      'wait differs',
    );
  });

  it('finds a guard that the module lacks [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compare(parts, (ipc) =>
      ipc.replace(
        'wait[p] = Ready /\\ serving[p] # None /\\ UNCHANGED',
        'wait[p] = Ready /\\ UNCHANGED',
      ),
    );

    expect(difference?.only).toBe('module');
    expect(difference?.label).toMatch(/^Recv_AlreadyServing__/);
  });

  it('finds a verdict that the module ignores [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compare(parts, (ipc) =>
      ipc.replaceAll('~Grants(context, Event(k, p, q, m))', 'TRUE'),
    );

    expect(difference?.only).toBe('module');
    expect(difference?.label).toMatch(/^Reply_Denied__/);
  });

  it('finds an invariant that the module breaks, and says which [TLA-1] [GATE-1]', async () => {
    const { tlc } = await compare(parts, (ipc) => ipc.replace('![q] = Append(@, p)]', '![q] = @]'));

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([
      'QueueIsWhoCalls',
    ]);
  });

  it('does not count an outcome that cannot happen as reached [TLA-2] [GATE-1]', async () => {
    const files = filesWith((ipc) =>
      ipc.replace('ReachMoved       == context = Initial', 'ReachMoved == TRUE'),
    );

    expect(await checkReaches(tools, files, ['ReachMoved'])).toEqual([
      { name: 'ReachMoved', ok: false },
    ]);
  });

  it("finds an action that is missing from the module's own Next [PAIR-2] [GATE-1]", async () => {
    const { tlc } = await compare();
    const files = filesWith((ipc) =>
      ipc.replace(
        '        \\/ Call_Queue(p, q, m) \\/ Call_Deliver(p, q, m)',
        '        \\/ Call_Queue(p, q, m)',
      ),
    );
    if (tlc.result.kind !== 'passed') throw new Error('TLC has not passed');

    expect(
      await nextFaults(
        tools,
        module,
        filesWith((ipc) => ipc),
        tlc.result.counts,
      ),
    ).toEqual([]);
    expect(await nextFaults(tools, module, files, tlc.result.counts)).toHaveLength(1);
  });

  it.each(['CONSTANT Zz = 1\n', 'CONSTANTS policy = 1\n'])(
    'finds %j in a configuration, which TLC ignores without a word [TLA-1] [GATE-1]',
    async (line) => {
      const files = new Map([
        ...filesWith((ipc) => ipc),
        [`${module}.cfg`, `${generateCfg(ipcInvariants)}${line}`] as const,
      ]);
      const { result } = await runTlc({
        jar: tools.jar,
        files,
        module,
        config: module,
        mode: 'check',
      });

      expect(result.kind === 'failed' ? result.why : result.kind).toContain(
        'sets what no module declares',
      );
    },
  );

  it('does not pass a module that does not parse, nor a misspelt constant [TLA-2] [GATE-1]', async () => {
    const broken = filesWith((ipc) => ipc.replace('EXTENDS', 'EXTENDZ'));
    const misspelt = new Map([
      ...filesWith((ipc) => ipc),
      [`${module}.cfg`, generateCfg(ipcInvariants).replace('Initial =', 'Initiall =')] as const,
    ]);
    const run = { jar: tools.jar, module, config: module, mode: 'check' } as const;

    expect((await runTlc({ ...run, files: broken })).result.kind).toBe('failed');
    expect((await runTlc({ ...run, files: misspelt })).result.kind).toBe('failed');
  });
});
