import type { ProcessId, Sid, ThreadId } from '../model/ids.ts';
import type {
  Facts,
  HandleFact,
  HandlePlace,
  PendingFact,
  ProcessFact,
  ResourceFact,
  ThreadFact,
} from '../kernel/kernel.ts';

/** A place in a handle table as one number. */
export const keyOf = ({ process, number }: HandlePlace): number => process * 0x1_0000 + number;

/** Are both the same place, or both none? Facts that are told anew are other objects. */
export const isSamePlace = (
  left: HandlePlace | undefined,
  right: HandlePlace | undefined,
): boolean =>
  left === undefined || right === undefined ? left === right : keyOf(left) === keyOf(right);

/**
 * Looks handles up in the list that it was last asked about; lists that steps leave alone stay the same.
 * Other lists are short, and searched.
 */
export class HandleIndex {
  #list: readonly HandleFact[] = [];
  #byKey: ReadonlyMap<number, HandleFact> = new Map();

  find(list: readonly HandleFact[], place: HandlePlace): HandleFact | undefined {
    if (this.#list !== list) {
      this.#list = list;
      this.#byKey = new Map(list.map((fact) => [keyOf(fact), fact]));
    }
    return this.#byKey.get(keyOf(place));
  }
}

/** Facts of a state, to be looked up by what they are of as well. */
export class IndexedFacts implements Facts {
  readonly #facts: Facts;
  readonly #index: HandleIndex;

  constructor(facts: Facts, index: HandleIndex) {
    this.#facts = facts;
    this.#index = index;
  }

  get processes(): Facts['processes'] {
    return this.#facts.processes;
  }

  get threads(): Facts['threads'] {
    return this.#facts.threads;
  }

  get pending(): Facts['pending'] {
    return this.#facts.pending;
  }

  get handles(): Facts['handles'] {
    return this.#facts.handles;
  }

  get resources(): Facts['resources'] {
    return this.#facts.resources;
  }

  get frames(): Facts['frames'] {
    return this.#facts.frames;
  }

  get mappings(): Facts['mappings'] {
    return this.#facts.mappings;
  }

  get ports(): Facts['ports'] {
    return this.#facts.ports;
  }

  get devices(): Facts['devices'] {
    return this.#facts.devices;
  }

  get domains(): Facts['domains'] {
    return this.#facts.domains;
  }

  process(id: ProcessId): ProcessFact | undefined {
    return this.processes.find(({ process }) => process === id);
  }

  thread(id: ThreadId): ThreadFact | undefined {
    return this.threads.find(({ thread }) => thread === id);
  }

  /** The request of a thread that calls. */
  request(client: ThreadId): PendingFact | undefined {
    return this.pending.find((one) => one.client === client);
  }

  handle(place: HandlePlace): HandleFact | undefined {
    return this.#index.find(this.handles, place);
  }

  resource(sid: Sid): ResourceFact | undefined {
    return this.resources.find((one) => one.sid === sid);
  }
}
