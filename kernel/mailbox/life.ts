import { Defect } from '../../model/defect.ts';
import { handleId, processId } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Permit } from '../mediate.ts';
import { processOf } from '../mediate.ts';

import { closed, given, revokedTo } from './capabilities.ts';
import { firstHeld } from './layout.ts';
import type { Layout } from './layout.ts';
import { clear, notify, withdraw } from './letters.ts';
import type { Power } from './licence.ts';
import { lose } from './lose.ts';
import { boxOf, cellOf, emptyBox, withBox, withCapabilities, withCell } from './machine.ts';
import type { Exit, Machine } from './machine.ts';
import { refusal } from './outcome.ts';

/**
 * Starts a loaded process: its thread runs, and it holds its first handles (LBL-1).
 *
 * Licence: the permit of its `execute` event.
 */
export const begin = (layout: Layout, machine: Machine, permit: Permit<null>): Machine => {
  if (permit.kind !== 'execute') throw new Defect('a process was started under another permit');
  const process = processOf(permit.to);
  let { capabilities } = machine;
  for (const [number, first] of firstHeld(layout, process).entries())
    capabilities = given(capabilities, permit, handleId(number), first);
  return withCell(withCapabilities(machine, capabilities), process, { stage: { kind: 'running' } });
};

/** Those whose calls the process will not answer find in their slots that it has died. */
const disappoint = (machine: Machine, process: ProcessId): Machine => {
  const { letters, desk, isVoid } = boxOf(machine, process);
  const served = desk === undefined || isVoid ? [] : [desk];
  const told = [...served, ...letters].reduce(
    (now, letter) => notify(now, letter, refusal('serverDied')),
    machine,
  );
  return withBox(clear(told, process), process, emptyBox);
};

/** What the process has made ends with it: whoever else holds it has a revoked handle (AVL-1). */
const withoutMade = (layout: Layout, machine: Machine, process: ProcessId): Machine => {
  const made = (machine.things[process] ?? []).flatMap((thing, place): readonly Sid[] =>
    thing === undefined ? [] : [layout.numbering.resource(process, place)],
  );
  const revoked = lose(layout, machine, revokedTo(machine.capabilities, new Set(made)));
  return {
    ...revoked,
    things: revoked.things.map((row, owner) => (owner === process ? [] : row)),
  };
};

/**
 * The end of a process: its own call is withdrawn, its callers find out, and it holds nothing any more
 * (LIFE-3).
 *
 * Licence: power over the process.
 */
export const end = (layout: Layout, machine: Machine, power: Power, exit: Exit): Machine => {
  const process = power.over;
  const withdrawn = withdraw(layout, machine, process);
  const told = disappoint(withdrawn, process);
  const without = lose(layout, told, closed(told.capabilities, power, 'all'));
  return withCell(withoutMade(layout, without, process), process, {
    stage: { kind: 'ended', exit },
    wait: { kind: 'no' },
    slot: undefined,
  });
};

/**
 * SIDs that stood for something before and do not any more (C-63): of things, and of processes with their
 * listeners.
 */
export const gone = ({ numbering }: Layout, before: Machine, after: Machine): readonly Sid[] => {
  const things = before.things.flatMap((row, owner) =>
    row.flatMap((thing, place) =>
      thing === undefined || after.things[owner]?.[place] !== undefined
        ? []
        : [numbering.resource(processId(owner), place)],
    ),
  );
  const ended = before.cells.flatMap((cell, index) => {
    const process = processId(index);
    const isOver = cellOf(after, process).stage.kind === 'ended' && cell.stage.kind !== 'ended';
    return isOver ? [numbering.process(process), numbering.listener(process)] : [];
  });
  return [...things, ...ended];
};
