import { describe, expect, it } from 'vitest';
import type { Output } from '../output.ts';
import { twins } from './twins.ts';

const nothing = (): void => undefined;

/** Keeps what is said beside the result. */
const listening = (): { readonly output: Output; readonly notes: readonly string[] } => {
  const notes: string[] = [];
  const output: Output = {
    json: false,
    say: nothing,
    sayJson: nothing,
    note: (line) => notes.push(line),
    progress: nothing,
    tell: nothing,
    color: 'never',
  };
  return { output, notes };
};

describe('twins', () => {
  it('ends with a usage error for a name that no twin has, and says which is like it [PAIR-1]', async () => {
    const { output, notes } = listening();

    expect(await twins(['ipc', 'Ipd'], 'small', output)).toBe(2);
    expect(notes).toEqual(['there is no twin "Ipd"; did you mean "Ipc"?']);
  });

  it('lists the twins where none is like the name [PAIR-1]', async () => {
    const { output, notes } = listening();

    expect(await twins(['Zz'], 'small', output)).toBe(2);
    expect(notes[0]).toMatch(/^there is no twin "Zz"; there is Ipc/u);
  });
});
