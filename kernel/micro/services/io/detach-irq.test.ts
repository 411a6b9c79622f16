import { describe, expect, it } from 'vitest';
import { begin, client, lineOf, told } from './test-devices.ts';
import { refusesUnattached } from './test-lines.ts';

const name = 'io.IO.DetachIrq';

describe(name, () => {
  it('has no interrupt told any more [DRV-1]', () => {
    const driver = begin();
    const events = told(driver, client, lineOf(driver, client));
    driver.done(client, name, { resource: events.line });
    driver.step({ kind: 'raiseInterrupt', line: 40 });

    expect(events.next()).toBe('blocked');
  });

  refusesUnattached(name);
});
