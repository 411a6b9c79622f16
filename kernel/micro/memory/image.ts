import type { Rights } from '../../../arch/page.ts';
import type { TableLicence } from '../licence.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { committed, reserved } from './address-space.ts';
import { firstAddress } from './regions.ts';

const code: Rights = { read: true, write: false, execute: true, user: true };
const data: Rights = { read: true, write: true, execute: false, user: true };

/** Where the parts of a program lie; between data and stack is a page where nothing is. Units: bytes. */
export const imageParts = ({
  limits: { image },
  machine: { pageBytes },
}: Plan): readonly {
  readonly name: 'code' | 'data' | 'stack';
  readonly start: number;
  readonly rights: Rights;
}[] => {
  const bytes = image * pageBytes;
  return [
    { name: 'code', start: firstAddress, rights: code },
    { name: 'data', start: firstAddress + bytes, rights: data },
    { name: 'stack', start: firstAddress + 2 * bytes + pageBytes, rights: data },
  ];
};

/**
 * Maps the image of a process that begins: code, data and stack, in frames of its own. Licence: that of its start.
 *
 * Refuses: `framesFull`.
 */
export const withImage = (
  plan: Plan,
  objects: Objects,
  licence: TableLicence,
): Objects | 'framesFull' => {
  const { image } = plan.limits;
  if (image === 0) return objects;
  let now = objects;
  for (const { start, rights } of imageParts(plan)) {
    const part = reserved(now, licence, start, image);
    const after = committed(plan, part.objects, licence, part.stretch, rights);
    if (after === 'framesFull') return after;
    now = after;
  }
  return now;
};
