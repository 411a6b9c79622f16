import { describe, expect, it } from 'vitest';
import type { Intent } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import {
  Driver,
  all,
  call,
  judgedIn,
  kernelOf,
  local,
  refusalOf,
  roomy,
  short,
  threadOf,
  unfit,
} from './test-kernel.ts';

const client = threadOf(0, roomy);

/** A security interface that takes a handle. */
const files = {
  't/Register.idl': 'package t.Register\ninterface { Register(in UInt8 badge, in Handle of); }\n',
};

const query = (fields: Readonly<Record<string, Value>> = {}): Intent => ({
  kind: 'querySecurity',
  interface: 't.Register',
  method: 'Register',
  message: record(Object.entries(fields)),
});

const begin = (policy = all) => new Driver(kernelOf(policy, { files, limits: roomy }));

/** A note is granted once a badge was registered. */
const registering = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } }
}
execute dst=t.Client { gate.init { sid : dst_sid } }
execute dst=t.Server { grant () }
execute src=kl.core.Core { grant () }
security { assert (message.badge == 7) gate.enter { sid : src_sid, state : "open" } }
request method=Note { gate.allow { sid : src_sid, states : ["open"] } }`;

describe('querySecurity', () => {
  it('is permitted where it is granted, and moves the context [IPC-2] [KSS-1]', () => {
    const driver = begin(registering);

    const early = driver.act(client, call('Note'));
    const asked = driver.act(client, query({ badge: 7n }));
    const late = driver.act(client, call('Note'));

    expect(asked.outcome).toEqual({ kind: 'done', result: { kind: 'permitted' } });
    expect(judgedIn(asked)).toEqual(['security Register']);
    expect([early, late].map(({ outcome }) => short(outcome))).toEqual([
      'denied request',
      'blocked',
    ]);
  });

  it('is told where it is denied, and changes nothing [IPC-2] [MED-1]', () => {
    const driver = begin(registering);

    const { outcome, next } = driver.act(client, query({ badge: 8n }));

    expect(outcome).toMatchObject({ kind: 'denied', ends: 'query', phase: 'security' });
    expect([next.objects, next.context]).toEqual([driver.before.objects, driver.before.context]);
  });

  it('is refused with a handle that names nothing, before anything is judged [CAP-1] [GATE-1]', () => {
    const driver = begin();

    expect(refusalOf(driver, client, query({ of: local(9) }))).toBe('badHandle');
    expect(driver.last?.events).toEqual([]);
  });

  it('shows the engine the SID of a handle, with the rights that it has; of a revoked one nothing [CAP-2]', () => {
    const driver = begin();
    const own = driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0x3n });
    const revoked = unfit(driver, client, own, 'handleRevoked');
    const sid = driver.state.objects.handles[0]?.[own]?.sid;

    const shown = [own, revoked].map((number) => {
      const [judged] = driver.act(client, query({ of: local(number) })).events;
      const content = judged?.event.content;
      return content?.kind === 'value' ? content.message.fields.get('of') : undefined;
    });

    expect(shown).toEqual([
      { kind: 'handle', sid, rights: 0x3 },
      { kind: 'handle', sid: 0, rights: 0 },
    ]);
  });
});
