/** What a device is for. Solutions name devices by it. */
export const deviceRoles = [
  'uart',
  'timer',
  'interruptController',
  'storage',
  'network',
  'dma',
  'gpio',
  'watchdog',
  'clock',
  'pins',
  'power',
  'rtc',
  'usb',
  'display',
  'crypto',
  'audio',
  'input',
  'cache',
  'memoryController',
  'bus',
  'iommu',
  'coprocessor',
  'config',
] as const;

export type DeviceRole = (typeof deviceRoles)[number];
