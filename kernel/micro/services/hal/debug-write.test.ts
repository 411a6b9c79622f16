import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { spacious, tried } from '../../test-services.ts';

const client = threadOf(0, spacious);
const debugWrite = 'hal.HAL.DebugWrite';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('hal.HAL.DebugWrite', () => {
  it('is done, and nothing within the system differs after it [ISO-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, debugWrite, { text: 'hello' });

    expect(outputs).toEqual(record([['rc', 0n]]).fields);
    expect(driver.state).toBe(driver.before);
  });

  it('is judged with its text [IPC-3]', () => {
    const driver = driverOf(
      `${all} request dst=kl.core.Core endpoint=hal.HAL method=DebugWrite { deny (message.text == "secret") }`,
    );

    const results = ['open', 'secret'].map((text) => tried(driver, client, debugWrite, { text }));

    expect(results).toEqual([
      { outcome: 'done', same: true },
      { outcome: 'denied request', same: true },
    ]);
  });

  it('tells nothing more where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('hal.HAL', 'DebugWrite'));

    expect(tried(driver, client, debugWrite)).toEqual({ outcome: 'denied response', same: true });
  });
});
