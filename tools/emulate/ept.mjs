// @ts-check
/** EPT needs a guest that has VMX, which an emulator that executes without KVM may not give. */
import { spawnSync } from 'node:child_process';
import { missingOf } from './mailbox.mjs';

const emulator = 'qemu-system-x86_64';

const withVmx = ['-M', 'pc', '-accel', 'tcg', '-cpu', 'max,vmx=on,enforce', '-display', 'none'];

/** Why no emulator judges EPT here, in the emulator's own words where it refuses VMX. */
export const whyNoEpt = () => {
  if (missingOf([emulator]).length > 0) return `${emulator} not installed`;
  const { status, stderr } = spawnSync(emulator, [...withVmx, '-net', 'none'], {
    encoding: 'utf8',
    timeout: 5000,
  });
  const [said = ''] = stderr.split('\n');
  return status === 1 ? `no VMX: ${said}` : 'VMX is there, but no probe that uses it';
};
