import { sidOf } from '../../model/ids.ts';
import type { Sid } from '../../model/ids.ts';
import type { SecurityEvent, Subject } from '../../model/security.ts';
import { mapMessage } from '../../kernel/carried.ts';
import { gateOf } from '../../kernel/micro/core.ts';
import { einitSid, kernelSid } from '../../kernel/numbering.ts';
import type { State } from './actors.ts';
import type { Stage } from './stage.ts';

/** Objects of the tests have SIDs from the end of the range, where no kernel of so few processes has any. */
const greatest = 65_535;

/**
 * The state after an event that no kernel makes, as after the engine's verdict: the sequence goes on from
 * there, as it does with the engine alone.
 */
export const judgedAlone = <Context extends object>(
  { cast, judging }: Stage<Context>,
  state: State<Context>,
  event: SecurityEvent,
): State<Context> => {
  const { subject } = gateOf(judging, state.objects);
  const playing = (one: Subject): Subject => {
    const party = cast.partyOf(one);
    return party === undefined ? one : subject(party);
  };
  const sidHere = (sid: Sid): Sid => {
    if (sid === 0 || sid === kernelSid || sid === einitSid) return sid;
    const process = cast.findProcess(sid);
    return process === undefined ? sidOf(greatest - sid) : judging.plan.numbering.process(process);
  };
  const { source, destination, content } = event;
  const { next } = judging.system.security.decide(state.context, {
    ...event,
    source: playing(source),
    destination: destination === undefined ? undefined : playing(destination),
    content:
      content.kind === 'value'
        ? {
            kind: 'value',
            message: mapMessage(content.message, (one) =>
              one.kind === 'handle' ? { ...one, sid: sidHere(one.sid) } : one,
            ),
          }
        : content,
  });
  return next === undefined ? state : { objects: state.objects, context: next };
};
