import { Defect } from '../model/defect.ts';
import type { Plan } from '../kernel/micro/plan.ts';
import { quoted } from './expression.ts';
import type { Topology } from './init-text.ts';
import type { Argument } from './twin.ts';

/** A frame or a buffer: whose, and which of them. */
export type Numbered = readonly [owner: string, number: number];

/** `a1`: a frame or a buffer, by whose it is and which of them. */
export const numberedArgument = ([owner, number]: Numbered): Argument => ({
  word: `${owner}${String(number)}`,
  expression: `<<${quoted(owner)}, ${String(number)}>>`,
});

/** The frame at a physical address. */
export const frameOf = (
  { plan, topology }: { readonly plan: Plan; readonly topology: Topology },
  physical: number,
): Numbered => {
  const owner = plan.machine.ownerOf(physical);
  if (owner.kind !== 'frame') throw new Defect('what is no frame was used as one');
  return [topology.processes[owner.space] ?? '', owner.index + 1];
};
