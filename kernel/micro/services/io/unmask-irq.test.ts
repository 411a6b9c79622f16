import { describe, expect, it } from 'vitest';
import { begin, client, lineOf, told } from './test-devices.ts';
import { refusesUnattached } from './test-lines.ts';

const name = 'io.IO.UnmaskIrq';

describe(name, () => {
  it('lets through the interrupt that came while the line was masked [DRV-1]', () => {
    const driver = begin();
    const events = told(driver, client, lineOf(driver, client));
    driver.step({ kind: 'raiseInterrupt', line: 40 });
    driver.step({ kind: 'raiseInterrupt', line: 40 });

    expect(events.next()).toBe('done');
    driver.done(client, name, { resource: events.line });
    expect(events.next()).toBe('done');
    driver.done(client, name, { resource: events.line });
    expect(events.next()).toBe('blocked');
  });

  refusesUnattached(name);
});
