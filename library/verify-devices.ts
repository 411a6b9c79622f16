import type { Board } from '../arch/boards/board.ts';
import { counted } from '../model/counted.ts';
import { masterGroups } from '../properties/devices/master-groups.ts';
import type { MasterGroup } from '../properties/devices/master-groups.ts';
import { searchDevices } from '../properties/devices/search-devices.ts';
import type { DeviceSearch } from '../properties/devices/search-devices.ts';
import { standIns } from '../properties/devices/stand-ins.ts';
import type { StepResult } from '../reports/result.ts';
import type { RiskId } from '../spec/risks.ts';
import { asJson } from './as-json.ts';

type Tools = Pick<StepResult, 'tools'>;

/** A search, and whose devices were searched: of what step, and under which risk where nothing looks at their DMA. */
interface Searched {
  readonly step: 'dma:iommu' | 'dma:none' | 'dma:seen' | 'dma:unseen';
  readonly masters: readonly string[];
  readonly risk: RiskId | undefined;
  readonly found: DeviceSearch;
}

const sizeOf = ({ states, edges }: DeviceSearch): string =>
  `${counted(states, 'state')}, ${counted(edges, 'edge')}`;

/** Did a device reach what it must not? Else something else is wrong. */
const isReached = ({ broken }: DeviceSearch): boolean =>
  broken?.last === 'dmaRead' || broken?.last === 'dmaWrite';

type Judged = Pick<StepResult, 'status' | 'detail'>;

/** Behind an IOMMU the property holds, and devices do reach frames. */
const judgeHeld = (found: DeviceSearch): Judged => {
  const { broken, rules } = found;
  if (broken !== undefined)
    return {
      status: 'failed',
      detail: `${broken.why}, after ${counted(broken.steps.length, 'step')}`,
    };
  return rules.length === 0
    ? { status: 'vacuous', detail: `no device reaches anything; ${sizeOf(found)}` }
    : {
        status: 'passed',
        detail: `no device reaches a frame outside its domain; ${sizeOf(found)}`,
      };
};

/** Without one it fails: a search that did not see that would see nothing. */
const judgeRisk = (found: DeviceSearch, risk: RiskId): Judged => {
  const { broken, rules } = found;
  if (broken !== undefined && isReached(found))
    return {
      status: 'passed',
      detail: `residual risk ${risk}, shown in ${counted(broken.steps.length, 'step')}: ${broken.steps.join(', ')}`,
    };
  if (broken !== undefined) return { status: 'failed', detail: broken.why };
  return rules.length === 0
    ? { status: 'vacuous', detail: `no driver can have these devices; ${sizeOf(found)}` }
    : { status: 'failed', detail: `nothing is found that ${risk} speaks of; ${sizeOf(found)}` };
};

const resultOf = ({ tools }: Tools, { step, masters, risk, found }: Searched): StepResult => ({
  step,
  how: found.complete || found.broken !== undefined ? 'exhaustive' : 'sampled',
  ...(risk === undefined ? judgeHeld(found) : judgeRisk(found, risk)),
  inputs: {},
  tools,
  data: asJson({
    masters,
    states: found.states,
    edges: found.edges,
    complete: found.complete,
    rights: found.rules,
    ...(risk === undefined ? {} : { risk }),
    ...(found.broken === undefined
      ? {}
      : { broken: { why: found.broken.why, steps: found.broken.steps } }),
  }),
});

type Search = typeof searchDevices;

/** The results of both searches of what devices can do, which no solution changes. */
export const deviceResults = (
  common: Tools,
  search: Search = searchDevices,
): readonly StepResult[] => [
  resultOf(common, {
    step: 'dma:iommu',
    masters: [],
    risk: undefined,
    found: search(standIns('vtd')),
  }),
  resultOf(common, {
    step: 'dma:none',
    masters: [],
    risk: 'RISK-NO-IOMMU',
    found: search(standIns('none')),
  }),
];

const searchedGroup = ({ masters, risk, searched }: MasterGroup, search: Search): Searched => ({
  step: risk === undefined ? 'dma:seen' : 'dma:unseen',
  masters: masters.map(({ name }) => name),
  risk,
  found: search(searched),
});

/** The same of the masters of a board: those that its IOMMU sees, and those that nothing does. */
export const masterResults = (
  board: Board,
  common: Tools,
  search: Search = searchDevices,
): readonly StepResult[] =>
  masterGroups(board).map((group) => resultOf(common, searchedGroup(group, search)));
