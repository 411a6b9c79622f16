import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import { rowOf } from '../../kernel/micro/memory/memory.ts';
import type { Resource } from '../../kernel/micro/resources.ts';
import { processesOf } from '../laid-out.ts';
import { frameOf } from '../numbered.ts';
import { setValue, tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { agentsOf, deviceName, findNamed, framesOf, numbersOf, threadOfProcess } from './system.ts';
import type { DmaSystem, State } from './system.ts';
import { domainName } from './ways.ts';

/** What a process has made; it holds each by one handle. */
const madeBy = (system: DmaSystem, state: State, process: ProcessId): readonly Resource[] => {
  const held = numbersOf(system).flatMap((number) => {
    const made = findNamed(system, state, process, number);
    return made === undefined ? [] : [made];
  });
  const made = state.objects.resources[process]?.filter((one) => one !== undefined) ?? [];
  const isHeld = made.length === held.length && made.every((one) => held.includes(one));
  if (!isHeld) throw new Defect('a process of the twin Dma has made what it does not hold');
  return made;
};

const frameValue = (system: DmaSystem, { objects }: State, physical: number): TlaValue => {
  const owner = system.plan.machine.ownerOf(physical);
  const row = processesOf(system).find(
    (process) => owner.kind === 'frame' && process === owner.space,
  );
  if (row === undefined || owner.kind !== 'frame') throw new Defect('a frame is nobody’s');
  const frame = rowOf(objects.memory, row).frames[owner.index];
  const mask = frame === undefined || frame.kind === 'free' ? 0 : frame.awaits;
  const awaits = agentsOf(system).flatMap(([bit, name]) => ((mask >> bit) % 2 === 1 ? [name] : []));
  return tlaRecord({ state: frame?.kind ?? 'none', awaits: setValue(awaits) });
};

const contentOf = (system: DmaSystem, { objects }: State, physical: number): TlaValue => {
  const value = system.plan.machine.read(objects.machine, physical) ?? 0;
  return value === 0 ? 'zero' : deviceName(system, value - 1);
};

type Dma = State['objects']['machine']['dma'];

/** What the IOMMU was asked to forget. */
const askedOf = (system: DmaSystem, { pending }: Dma): TlaValue =>
  tlaRecord({
    pages: setValue(
      pending.flatMap((one) =>
        one.kind === 'translations'
          ? [
              [
                domainName(system, one.space),
                one.address === 'all' ? one.address : [...frameOf(system, one.address)],
              ],
            ]
          : [],
      ),
    ),
    devices: setValue(
      pending.flatMap((one) =>
        one.kind === 'attachment'
          ? [[deviceName(system, one.device), domainName(system, one.domain)]]
          : [],
      ),
    ),
  });

/** What each device and each domain is to the hardware. */
const hardwareOf = (system: DmaSystem, state: State): TlaState => {
  const { machine } = state.objects;
  const { dma } = machine;
  const { processes, devices } = system.topology;
  const ofDevices = (value: (device: number) => TlaValue): TlaValue =>
    tlaRecord(Object.fromEntries(devices.map((name, device) => [name, value(device)])));
  const ofDomains = (frames: (domain: number) => readonly number[]): TlaValue =>
    tlaRecord(
      Object.fromEntries(
        processes.map((name, domain) => [
          name,
          setValue(frames(domain).map((physical) => [...frameOf(system, physical)])),
        ]),
      ),
    );
  const { pages } = system.plan.machine.dma;
  return {
    power: ofDevices((device) => dma.power[device] ?? 'none'),
    domain: ofDevices((device) => {
      const into = dma.attached[device];
      return into === undefined ? 'none' : domainName(system, into);
    }),
    former: ofDevices((device) =>
      setValue(
        dma.former
          .filter((one) => one.device === device)
          .map(({ domain }) => domainName(system, domain)),
      ),
    ),
    reach: ofDomains((domain) => pages(machine, domain)),
    kept: ofDomains((domain) =>
      dma.cached.flatMap((one) => (one.space === domain ? [one.physical] : [])),
    ),
    asked: askedOf(system, dma),
  };
};

const isDead = ({ objects }: State, process: ProcessId): boolean =>
  objects.threads.list[threadOfProcess(process)]?.wait.kind !== 'ready';

/** The variables of the module Dma. */
export const viewOf = (system: DmaSystem): ((state: State) => TlaState) => {
  const { topology, nameOf } = system;
  const processes = processesOf(system);
  const frames = framesOf(system);
  const ofFrames = (value: (physical: number) => TlaValue): TlaValue => ({
    kind: 'function',
    pairs: frames.map((physical) => [[...frameOf(system, physical)], value(physical)]),
  });
  return (state) => {
    const made = processes.map((process) => madeBy(system, state, process));
    const buffers = made.flat().flatMap((one) => (one.kind === 'dma' ? one.frames : []));
    const registered = (process: ProcessId, device: number): number =>
      (made[process] ?? []).filter(
        (one) => one.kind === 'registers' && one.devices.includes(device),
      ).length;
    return {
      proc: tlaRecord(
        Object.fromEntries(
          processes.map((process) => [nameOf(process), isDead(state, process) ? 'dead' : 'ready']),
        ),
      ),
      registers: {
        kind: 'function',
        pairs: processes.flatMap((process) =>
          topology.devices.map(
            (name, device) => [[nameOf(process), name], registered(process, device)] as const,
          ),
        ),
      },
      buffer: setValue(buffers.map((physical) => [...frameOf(system, physical)])),
      ...hardwareOf(system, state),
      frame: ofFrames((physical) => frameValue(system, state, physical)),
      content: ofFrames((physical) => contentOf(system, state, physical)),
    };
  };
};
