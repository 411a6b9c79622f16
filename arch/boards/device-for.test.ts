import { describe, expect, it } from 'vitest';
import { boards } from './catalogue.ts';
import { deviceFor } from './device-for.ts';
import { boardNames } from './names.ts';

describe('the device that bears a role', () => {
  it('is the first of several [BOARD-2]', () => {
    const { devices } = boards['imx6-quad'];
    const device = devices.find(({ name }) => name === 'usdhc1');

    expect(devices.filter(({ role }) => role === 'storage').length).toBeGreaterThan(1);
    expect(deviceFor(boards['imx6-quad'], 'storage')).toEqual({ kind: 'found', device });
  });

  it('may be lacking, which is told with a code and a place [BOARD-2]', () => {
    expect(deviceFor(boards['virt-smmuv3'], 'watchdog')).toEqual({
      kind: 'lacking',
      complaint: {
        code: 'BRD-025',
        path: 'devices',
        message: 'the board "virt-smmuv3" has no device of the role watchdog',
      },
    });
  });

  it.each(['uart', 'timer', 'interruptController', 'storage', 'network', 'gpio'] as const)(
    'is there on each board that has hardware for it: %s [BOARD-2]',
    (role) => {
      const lacking = boardNames.filter((name) => deviceFor(boards[name], role).kind === 'lacking');

      const without = role === 'gpio' ? ['generic-pc', 'generic-pc-32', 'mips24k'] : [];
      expect(lacking).toEqual(without);
    },
  );
});
