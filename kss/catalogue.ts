import type { ModelCatalogue } from '../solution/catalogue.ts';
import { base } from './models/base.ts';
import { bool } from './models/bool.ts';
import { flow } from './models/flow.ts';
import { hashset } from './models/hashset.ts';
import { math } from './models/math.ts';
import { mic } from './models/mic.ts';
import { mls } from './models/mls.ts';
import { pred } from './models/pred.ts';
import { rbac } from './models/rbac.ts';
import { regex } from './models/regex.ts';
import { staticmap } from './models/staticmap.ts';
import { struct } from './models/struct.ts';
import { te } from './models/te.ts';
import { temporal } from './models/temporal.ts';
import { anyModel } from './security-model.ts';
import type { AnyModel } from './security-model.ts';

const all: readonly AnyModel[] = [
  anyModel(base),
  anyModel(pred),
  anyModel(bool),
  anyModel(math),
  anyModel(struct),
  anyModel(flow),
  anyModel(hashset),
  anyModel(regex),
  anyModel(staticmap),
  anyModel(mic),
  anyModel(mls),
  anyModel(rbac),
  anyModel(te),
  anyModel(temporal),
];

/** Every security model of refmon, by its name in a policy. */
export const securityModels: ReadonlyMap<string, AnyModel> = new Map(
  all.map((model) => [model.name, model]),
);

/** What the loader needs of models: their signatures and static checks. */
export const catalogueOf = (models: ReadonlyMap<string, AnyModel>): ModelCatalogue =>
  new Map(
    [...models].map(([key, { name, package: brings, implicitObject, methods, check, audit }]) => [
      key,
      { name, package: brings, implicitObject, methods, check, audit },
    ]),
  );

/** What it needs of those of refmon. */
export const catalogue: ModelCatalogue = catalogueOf(securityModels);
