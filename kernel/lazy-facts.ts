import type { Facts } from './kernel.ts';

/** How each list of facts is made of a state of some kernel. */
export type Tellers<State> = { readonly [List in keyof Facts]: (state: State) => Facts[List] };

/** The facts of one state: each list is made when it is first asked for, and kept. */
export class LazyFacts<State> implements Facts {
  readonly #tell: Tellers<State>;
  readonly #state: State;
  #processes: Facts['processes'] | undefined;
  #threads: Facts['threads'] | undefined;
  #pending: Facts['pending'] | undefined;
  #handles: Facts['handles'] | undefined;
  #resources: Facts['resources'] | undefined;
  #frames: Facts['frames'] | undefined;
  #mappings: Facts['mappings'] | undefined;
  #ports: Facts['ports'] | undefined;
  #devices: Facts['devices'] | undefined;
  #domains: Facts['domains'] | undefined;

  constructor(tell: Tellers<State>, state: State) {
    this.#tell = tell;
    this.#state = state;
  }

  get processes(): Facts['processes'] {
    return (this.#processes ??= this.#tell.processes(this.#state));
  }

  get threads(): Facts['threads'] {
    return (this.#threads ??= this.#tell.threads(this.#state));
  }

  get pending(): Facts['pending'] {
    return (this.#pending ??= this.#tell.pending(this.#state));
  }

  get handles(): Facts['handles'] {
    return (this.#handles ??= this.#tell.handles(this.#state));
  }

  get resources(): Facts['resources'] {
    return (this.#resources ??= this.#tell.resources(this.#state));
  }

  get frames(): Facts['frames'] {
    return (this.#frames ??= this.#tell.frames(this.#state));
  }

  get mappings(): Facts['mappings'] {
    return (this.#mappings ??= this.#tell.mappings(this.#state));
  }

  get ports(): Facts['ports'] {
    return (this.#ports ??= this.#tell.ports(this.#state));
  }

  get devices(): Facts['devices'] {
    return (this.#devices ??= this.#tell.devices(this.#state));
  }

  get domains(): Facts['domains'] {
    return (this.#domains ??= this.#tell.domains(this.#state));
  }
}
