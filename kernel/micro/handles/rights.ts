/** The rights that any kernel knows, by the name under which this one's files ask for them. */
export {
  allRights,
  clientRights,
  listenerRights,
  narrowed,
  rights,
  threadRights,
} from '../../rights.ts';
