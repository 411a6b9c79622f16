import type { Objects } from '../objects.ts';

/** What the buffers hold that have a frame. Units: the physical address of its first byte. */
export const usesOf = ({ resources }: Objects, physical: number): readonly ('data' | 'code')[] =>
  resources.flatMap((row) =>
    row.flatMap((made) => {
      if (made?.kind === 'dma') return made.frames.includes(physical) ? ['data' as const] : [];
      return made?.kind === 'buffer' && made.frames.includes(physical) ? [made.holds] : [];
    }),
  );
