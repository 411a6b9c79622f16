import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { bindingsOf } from '../kss/witness/slots.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import type { Letter } from './letters.ts';
import { mostTogether } from './put-handles.ts';
import { rightsMattering } from './rights-mattering.ts';
import { bitsIn, mostBits } from './rights-tested.ts';
import type { RightsTested } from './rights-tested.ts';

/** What a receiver runs, or is held to, unless it may do anything. */
const receiversOf = (
  solution: Solution,
  { slot: { parties } }: Letter,
  general: readonly ProcessId[],
): readonly Automaton[] => {
  const receiver = solution.processes.find(({ name }) => name === parties.destination?.name);
  if (receiver === undefined) return [];
  const program = general.includes(receiver.id) ? undefined : solution.automata.get(receiver.id);
  return [program, solution.contracts.get(receiver.id)].flatMap((one) => one ?? []);
};

/**
 * What may matter of the rights of handles that are put into the messages of a letter; absent where none are: there is no
 * place for one, or the message goes to the kernel, or is denied whatever it is.
 */
export const carriedBy = (
  solution: Solution,
  letter: Letter,
  general: readonly ProcessId[],
): RightsTested | undefined => {
  const { slot } = letter.slot;
  const carries =
    !letter.isService && handleKeys(slot.type).length > 0 && bindingsOf(solution, slot).length > 0;
  return carries
    ? rightsMattering(solution, letter, receiversOf(solution, letter, general))
    : undefined;
};

/** Where handles are put into messages, and not in every way that may matter. */
export const carryingReasons = (
  solution: Solution,
  { slot: { slot } }: Letter,
  tested: RightsTested | undefined,
): readonly Reason[] => {
  if (tested === undefined) return [];
  const whys = [
    ...(tested.isWhole || bitsIn(tested.bits).length > mostBits
      ? ['the rights of a handle are tested otherwise than by masks of few bits']
      : []),
    ...(handleKeys(slot.type).length > mostTogether
      ? [`of more than ${String(mostTogether)} handles in one message each is varied alone`]
      : []),
  ];
  const [binding] = bindingsOf(solution, slot);
  const place = binding === undefined ? {} : { at: formatSpan(binding.at) };
  return whys.map((why) => ({ ...place, what: slot.id, why }));
};
