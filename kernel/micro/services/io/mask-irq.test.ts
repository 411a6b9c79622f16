import { describe, expect, it } from 'vitest';
import { begin, client, lineOf, told } from './test-devices.ts';
import { refusesUnattached } from './test-lines.ts';

const name = 'io.IO.MaskIrq';

describe(name, () => {
  it('holds an interrupt back until the line is unmasked [DRV-1]', () => {
    const driver = begin();
    const events = told(driver, client, lineOf(driver, client));
    driver.done(client, name, { resource: events.line });
    driver.step({ kind: 'raiseInterrupt', line: 40 });

    expect(events.next()).toBe('blocked');
    driver.tick();
  });

  refusesUnattached(name);
});
