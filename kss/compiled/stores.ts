import { Defect } from '../../model/defect.ts';
import type { Solution } from '../../solution/solution.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { securityModels } from '../catalogue.ts';
import { findModel } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { AnyModel } from '../security-model.ts';
import { makeBridgeStore } from './bridge-store.ts';
import type { BridgeStore } from './bridge-store.ts';
import { makeFlowStore } from './flow-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { Frame } from './frame.ts';
import { makeHashSetStore } from './hashset-store.ts';
import type { HashSetStore } from './hashset-store.ts';
import { makeRbacStore } from './rbac-store.ts';
import type { RbacStore } from './rbac-store.ts';
import { makeTeStore } from './te-store.ts';
import type { TeStore } from './te-store.ts';
import type { UndoLog } from './undo-log.ts';

/** A store, told apart by the forms of calls that are compiled for it. */
export type AnyStore = FlowStore | HashSetStore | TeStore | RbacStore | BridgeStore;

const bridgeKinds: ReadonlyMap<string, BridgeStore['kind']> = new Map([
  ['Base', 'base'],
  ['Bool', 'bool'],
  ['Regex', 'regex'],
]);

type MakeStore = (frame: Frame, log: UndoLog, object: PolicyObject) => AnyStore | undefined;

/** The stores of models that have one of their own. */
const makers = new Map<string, MakeStore>([
  ['Flow', makeFlowStore],
  ['HashSet', makeHashSetStore],
  ['Te', makeTeStore],
  ['Rbac', makeRbacStore],
]);

const storeOf = (frame: Frame, log: UndoLog, object: PolicyObject, model: AnyModel): AnyStore => {
  const isOurs = securityModels.get(model.name) === model;
  const own = isOurs ? makers.get(model.name)?.(frame, log, object) : undefined;
  const kind = isOurs ? bridgeKinds.get(model.name) : undefined;
  return own ?? makeBridgeStore(frame, log, model.start(object), kind ?? 'bridge');
};

/**
 * A store for each policy object, in the order of the policy.
 *
 * Throws: `Defect`, if an object's model is none of the options'.
 */
export const makeStores = (
  frame: Frame,
  log: UndoLog,
  { policy }: Solution,
  options: EngineOptions,
): ReadonlyMap<string, AnyStore> =>
  new Map(
    policy.objects.map((object) => {
      const model = findModel(options, object.model.text);
      if (model === undefined) throw new Defect(`no security model ${object.model.text}`);
      return [object.name.text, storeOf(frame, log, object, model)] as const;
    }),
  );
