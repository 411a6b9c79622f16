import { deviceBytes, domainBytes } from '../arch/machine/device-room.ts';
import type { SetUp } from '../arch/machine/device-room.ts';
import { shareBytes } from '../arch/machine/ranges.ts';
import type { Solution } from '../solution/solution.ts';
import type { Limits } from './kernel.ts';
import { extentOf } from './micro/plan.ts';
import type { Extent } from './micro/plan.ts';
import { bytesOf } from './object-sizes.ts';

/** What memory is for. */
export const budgetParts = {
  images: 'code and data that processes begin with',
  stacks: 'stacks of programs, and of threads in the kernel',
  buffers: 'the other frames of the share: what programs allocate and share',
  tables: 'page tables: a root and further ones, those of domains, and what aligns the share',
  handles: 'tables of handles',
  queues: 'requests that wait, and subscriptions',
  contexts: 'what the security engine remembers: each object of the policy of each SID',
  objects: 'processes, threads, resources, regions, environment, audit records',
} as const;

export type BudgetPart = keyof typeof budgetParts;

/** What a process of the init description and its descendants have. Units: bytes. */
export interface ProcessBudget {
  readonly name: string;
  /** Places: its own, and those of processes that it may create. */
  readonly places: number;
  readonly parts: Readonly<Record<BudgetPart, number>>;
  readonly total: number;
}

/** The memory that a solution is promised, before it runs: each limit counts in full. Units: bytes. */
export interface Budget {
  readonly processes: readonly ProcessBudget[];
  readonly kernel: number;
  readonly total: number;
}

/** What of a machine decides on sizes. Shape: `iommu` is absent where no tables of one are. */
export interface BudgetMachine {
  readonly pageBytes: number;
  readonly iommu: SetUp | undefined;
}

/** Domains of a place: its own, and those that it may make. */
const domainsOfPlace = ({ domains }: Limits): number => 1 + domains;

/** Units: bytes of tables, and of what aligns the share. */
const tablesOfPlace = (limits: Limits, { pageBytes, iommu }: BudgetMachine): number =>
  shareBytes(limits, pageBytes) -
  limits.frames * pageBytes +
  (iommu === undefined ? 0 : domainsOfPlace(limits) * domainBytes(iommu, limits));

const objectBytes = (limits: Limits, { iommu }: BudgetMachine): number =>
  bytesOf('process', 1) +
  bytesOf('thread', limits.threads) +
  bytesOf('resource', limits.resources) +
  bytesOf('variable', limits.variables) +
  bytesOf('connection', limits.connections) +
  bytesOf('auditRecord', limits.auditRecords) +
  bytesOf('reservedPage', limits.pages) +
  bytesOf('frame', limits.frames) +
  bytesOf('domain', iommu === undefined ? 0 : domainsOfPlace(limits));

/** SIDs of a place: of the process, its listener, its threads and its resources. */
const sidsOfPlace = ({ threads, resources }: Limits): number => 2 + threads + resources;

/** Units: bytes of one place of a process. */
const placeParts = (
  limits: Limits,
  machine: BudgetMachine,
  policyObjects: number,
): Readonly<Record<BudgetPart, number>> => {
  const { frames, image, threads, handles, queue, subscriptions } = limits;
  const { pageBytes } = machine;
  return {
    images: 2 * image * pageBytes,
    stacks: image * pageBytes + bytesOf('kernelStack', threads),
    buffers: (frames - 3 * image) * pageBytes,
    tables: tablesOfPlace(limits, machine),
    handles: bytesOf('handle', handles),
    queues: bytesOf('queueEntry', queue) + bytesOf('subscription', subscriptions),
    contexts: bytesOf('contextEntry', sidsOfPlace(limits) * policyObjects),
    objects: objectBytes(limits, machine),
  };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const times = (
  parts: Readonly<Record<BudgetPart, number>>,
  places: number,
): Readonly<Record<BudgetPart, number>> => ({
  images: parts.images * places,
  stacks: parts.stacks * places,
  buffers: parts.buffers * places,
  tables: parts.tables * places,
  handles: parts.handles * places,
  queues: parts.queues * places,
  contexts: parts.contexts * places,
  objects: parts.objects * places,
});

/** The kernel's own: its image, tables of devices, and what is remembered of SIDs that are no place's. */
const kernelBytes = (
  solution: Solution,
  { numbering, limits }: Extent,
  { iommu }: BudgetMachine,
): number => {
  const { policy } = solution;
  const others = numbering.sids - numbering.processes * sidsOfPlace(limits);
  const ofDevices = deviceBytes(iommu, { frames: limits.frames, domains: 0 });
  return bytesOf('kernel', 1) + ofDevices + bytesOf('contextEntry', others * policy.objects.length);
};

/**
 * The memory budget of a solution under limits.
 *
 * Source: spec/budget.md; MEM-1.
 */
export const budgetOf = (solution: Solution, wanted: Limits, machine: BudgetMachine): Budget => {
  const extent = extentOf(solution, wanted);
  const { limits } = extent;
  const places = 1 + limits.processes;
  const parts = times(placeParts(limits, machine, solution.policy.objects.length), places);
  const total = sumOf(Object.values(parts));
  const processes = solution.processes.map(({ name }) => ({ name, places, parts, total }));
  const kernel = kernelBytes(solution, extent, machine);
  return { processes, kernel, total: kernel + sumOf(processes.map((one) => one.total)) };
};
