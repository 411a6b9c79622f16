import { counted } from '../model/counted.ts';
import { searchDevices } from '../properties/devices/search-devices.ts';
import type { DeviceSearch } from '../properties/devices/search-devices.ts';
import type { DmaData } from '../reports/data.ts';
import type { StepResult } from '../reports/result.ts';
import { asJson } from './as-json.ts';

type Tools = Pick<StepResult, 'tools'>;

const sizeOf = ({ states, edges }: DeviceSearch): string =>
  `${counted(states, 'state')}, ${counted(edges, 'edge')}`;

const dataOf = (found: DeviceSearch, risk: DmaData['risk']): DmaData => ({
  states: found.states,
  edges: found.edges,
  complete: found.complete,
  rights: found.rules,
  risk,
  broken: found.broken,
});

/** Behind an IOMMU the property holds, and devices do reach frames by every right that there is. */
const behindIommu = ({ tools }: Tools, found: DeviceSearch): StepResult => {
  const { broken, rules, complete } = found;
  const isVacuous = rules.length === 0;
  return {
    step: 'dma:iommu',
    status: broken !== undefined ? 'failed' : isVacuous ? 'vacuous' : 'passed',
    how: complete ? 'exhaustive' : 'sampled',
    detail:
      broken === undefined
        ? `no device reaches a frame outside its domain; ${sizeOf(found)}`
        : `${broken.why}, after ${counted(broken.steps.length, 'step')}`,
    inputs: {},
    tools,
    data: asJson(dataOf(found, undefined)),
  };
};

/** Without one it fails: a search that did not see that would see nothing. */
const withoutIommu = ({ tools }: Tools, found: DeviceSearch): StepResult => {
  const risk = 'RISK-NO-IOMMU';
  const { broken } = found;
  return {
    step: 'dma:none',
    status: broken === undefined ? 'failed' : 'passed',
    how: 'exhaustive',
    detail:
      broken === undefined
        ? `nothing is found that ${risk} speaks of; ${sizeOf(found)}`
        : `residual risk ${risk}, shown in ${counted(broken.steps.length, 'step')}: ${broken.steps.join(', ')}`,
    inputs: {},
    tools,
    data: asJson(dataOf(found, risk)),
  };
};

/** The results of both searches of what devices can do, which no solution changes. */
export const deviceResults = (
  common: Tools,
  search: typeof searchDevices = searchDevices,
): readonly StepResult[] => [
  behindIommu(common, search('vtd')),
  withoutIommu(common, search('none')),
];
