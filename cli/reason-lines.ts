import { groupedBy } from '../solution/grouped-by.ts';

/** A reason as its place, if it has one, and the rest. */
const partsOf = (reason: string): readonly [place: string, why: string] => {
  const gap = reason.indexOf('  ');
  return gap < 0 ? ['', reason] : [reason.slice(0, gap), reason.slice(gap + 2)];
};

/** Places in one file name it once: `programs.yaml:49:12, 54:12`. */
const placesText = (places: readonly string[]): string =>
  places
    .map((place, index) => {
      const file = place.slice(0, place.indexOf(':') + 1);
      const isSameFile = index > 0 && places[index - 1]?.startsWith(file) === true;
      return isSameFile ? place.slice(file.length) : place;
    })
    .join(', ');

/** Reasons, one line for those that are the same in several places. */
export const reasonLines = (reasons: readonly string[]): readonly string[] =>
  [...groupedBy(reasons, (reason) => partsOf(reason)[1])].map(([why, all]) => {
    const places = placesText(all.map((reason) => partsOf(reason)[0]));
    return places === '' ? `  ${why}` : `  ${places}  ${why}`;
  });
