import { rights } from '../../rights.ts';

/** Whoever holds one lends it, asks what it is, and is told of it. */
const lent = rights.copy | rights.transfer | rights.getSid | rights.getEvent;

/** What whoever registers something of a device may do with it. */
export const makersRights = {
  registers: lent | rights.read | rights.write,
  dma: lent | rights.read | rights.write,
  ports: lent | rights.use,
  line: lent | rights.attach,
  domain: lent | rights.manage,
} as const;
