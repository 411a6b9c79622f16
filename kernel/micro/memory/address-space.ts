import type { Cacheability, Rights } from '../../../arch/page.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { tableOf } from '../licence.ts';
import type { TableLicence } from '../licence.ts';
import { withMemory } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { awaitedCores } from './agents.ts';
import { awaiting, released, takeFrames } from './frames.ts';
import { rowOf, withRegions } from './memory.ts';
import type { Backing, MemoryPage, Region } from './memory.ts';
import { pagesIn, withRegion, withStretch } from './regions.ts';
import type { Stretch } from './regions.ts';
import { forgettingPage, translating, withRights, withoutTranslations } from './translations.ts';

const changedRegions = (
  objects: Objects,
  process: ProcessId,
  change: (regions: readonly Region[]) => readonly Region[],
): Objects =>
  withMemory(
    objects,
    withRegions(objects.memory, process, change(rowOf(objects.memory, process).regions)),
  );

/** Reserves pages in a row, with nothing mapped; they are the stretch. Licence: read for whose space it is. */
export const reserved = (
  objects: Objects,
  licence: TableLicence,
  start: number,
  count: number,
  backing: Backing = { kind: 'own' },
): { readonly objects: Objects; readonly stretch: Stretch } => {
  const region = { start, pages: Array.from({ length: count }, () => undefined), backing };
  const reserving = changedRegions(objects, tableOf(licence), (regions) =>
    withRegion(regions, region),
  );
  return { objects: reserving, stretch: { region, first: 0, count } };
};

/**
 * Maps what the pages of a stretch are to be. Licence: read for whose space it is.
 *
 * Refuses: `framesFull`, where there is no frame for a table.
 */
export const mapped = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
  stretch: Stretch,
  physicals: readonly number[],
  rights: Rights,
  holds: Cacheability = 'memory',
): Objects | 'framesFull' => {
  const process = tableOf(licence);
  const places = pagesIn(plan, stretch);
  const pages = physicals.map((physical, index) => ({
    address: places[index]?.address ?? 0,
    physical,
    rights,
  }));
  const after = translating(plan, objects, process, pages, holds);
  if (after === 'framesFull') return after;
  return changedRegions(after, process, (regions) =>
    withStretch(regions, stretch, (old, index): MemoryPage | undefined => {
      const physical = physicals[index];
      return physical === undefined ? old : { physical, rights, now: rights, awaits: 0 };
    }),
  );
};

/**
 * Gives the pages of a stretch that have none frames of the process's own. Licence: read for whose space it is.
 *
 * Refuses: `framesFull`, of the process's share.
 */
export const committed = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
  stretch: Stretch,
  rights: Rights,
): Objects | 'framesFull' => {
  const taken = takeFrames(plan, objects, tableOf(licence), stretch.count);
  return taken === 'framesFull'
    ? taken
    : mapped(plan, taken.objects, licence, stretch, taken.frames, rights);
};

/**
 * Takes the pages of a stretch away. Frames of the process's own that nothing else uses come back when no core
 * can translate to them any more; frames of a buffer are not put to another use before. Licence: read for whose
 * space it is.
 */
export const decommitted = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
  stretch: Stretch,
): Objects => {
  const process = tableOf(licence);
  const there = pagesIn(plan, stretch).flatMap(({ address, page }) =>
    page === undefined ? [] : [{ address, page }],
  );
  const addresses = there.map(({ address }) => address);
  const frames = there.map(({ page }) => page.physical);
  const without = awaiting(plan, withoutTranslations(plan, objects, process, addresses), frames);
  const after = changedRegions(without, process, (regions) =>
    withStretch(regions, stretch, () => undefined),
  );
  return stretch.region.backing.kind === 'own' ? released(plan, after, frames) : after;
};

/** Takes whole regions away. Licence: read for whose space they are of. */
export const withoutSome = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
  isGone: (region: Region) => boolean,
): Objects => {
  const process = tableOf(licence);
  const gone = rowOf(objects.memory, process).regions.filter(isGone);
  return gone.reduce((now, region) => {
    // What the region is now: taking away another one has left it as it was.
    const stretch = { region, first: 0, count: region.pages.length };
    const empty = decommitted(plan, now, licence, stretch);
    return changedRegions(empty, process, (regions) =>
      regions.filter(({ start }) => start !== region.start),
    );
  }, objects);
};

/** What two sets of rights both allow. */
const common = (one: Rights, other: Rights): Rights => ({
  read: one.read && other.read,
  write: one.write && other.write,
  execute: one.execute && other.execute,
  user: true,
});

/**
 * Gives the pages of a stretch other rights: at once no more than both have, and the new ones when every core
 * has forgotten the old (`forgotten`). Licence: read for whose space it is.
 */
export const protectedStretch = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
  stretch: Stretch,
  rights: Rights,
): Objects => {
  const process = tableOf(licence);
  const narrowed = pagesIn(plan, stretch).reduce((now, { address, page }) => {
    if (page === undefined) return now;
    const both = common(page.now, rights);
    return forgettingPage(plan, withRights(plan, now, process, address, both), process, address);
  }, objects);
  const awaits = awaitedCores(narrowed);
  const widened =
    awaits !== 0
      ? narrowed
      : pagesIn(plan, stretch).reduce(
          (now, { address, page }) =>
            page === undefined ? now : withRights(plan, now, process, address, rights),
          narrowed,
        );
  return changedRegions(widened, process, (regions) =>
    withStretch(
      regions,
      stretch,
      (page) =>
        page && { ...page, rights, now: awaits === 0 ? rights : common(page.now, rights), awaits },
    ),
  );
};
