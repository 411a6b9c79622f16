import { Defect } from '../../model/defect.ts';
import { securityModels } from '../../kss/catalogue.ts';
import type { AnyModel } from '../../kss/security-model.ts';
import { parsePsl } from '../../solution/syntax/psl.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { drawMany, shuffle } from './draw.ts';
import type { Draw } from './draw.ts';
import { argumentOfType } from './expressions.ts';
import type { ModelShape } from './models/model-shape.ts';
import type { Callable, DrawnObject } from './scope.ts';

/** An object with what its model says of it. */
export interface ShapedObject extends DrawnObject {
  readonly shape: ModelShape;
  readonly calls: readonly Callable[];
  /** Does the model keep nothing for any SID? */
  readonly stateless: boolean;
}

const modelOf = ({ model }: ModelShape): AnyModel => {
  const found = securityModels.get(model);
  if (found === undefined) throw new Defect(`there is no security model ${model}`);
  return found;
};

/** The tree of a declaration, as the loader would make it. */
const treeOf = (declaration: string): PolicyObject => {
  const { tree, diagnostics } = parsePsl({ file: 'generated', text: declaration });
  const found = tree?.declarations[0];
  if (found?.kind !== 'policyObject' || diagnostics.length > 0) {
    throw new Defect(`a generated object is none: ${declaration}`);
  }
  return found;
};

const shaped = (
  shape: ModelShape,
  name: string,
  declaration: string,
  standing: 'declared' | 'implicit',
): ShapedObject => {
  const model = modelOf(shape);
  const object = treeOf(declaration);
  const stateless = model.start(object).describe() === null;
  const of: DrawnObject = {
    name,
    model,
    object,
    declaration: standing === 'declared' ? declaration : undefined,
  };
  // A method that the object's configuration does not have takes nothing that is known.
  const methods = [...model.methods].filter(
    ([, { argument }]) => argument(object).kind !== 'unknown',
  );
  const calls = methods.map(([method, signature]): Callable => {
    const { yields } = signature;
    const isBare = standing === 'implicit' && name === 'base';
    return {
      of,
      method,
      signature,
      yields: yields === 'rule' ? 'rule' : yields(object),
      remembers: !stateless,
      write: (place) => {
        const argument =
          shape.argument?.(of, method, place) ?? argumentOfType(place, signature.argument(object));
        const blank = place.draw.below(8) === 7 ? '' : ' ';
        const isNamed = !isBare || place.draw.below(6) === 5;
        return `${isNamed ? `${name}.` : ''}${method}${blank}${argument}`;
      },
    };
  });
  return { ...of, shape, calls, stateless };
};

const drawOfModel = (draw: Draw, shape: ModelShape): readonly ShapedObject[] => {
  const { implicitObject } = modelOf(shape);
  const [least, most] = shape.objects;
  const declared = drawMany(draw, least, most, (index) => {
    const name = `${shape.model.toLowerCase()}${String(index)}`;
    const body = shape.declare(draw, index);
    const inner = body === '' ? '' : `\n${body}`;
    return shaped(shape, name, `policy object ${name} : ${shape.model} {${inner}}\n`, 'declared');
  });
  if (implicitObject === undefined) return declared;
  const own = shaped(
    shape,
    implicitObject,
    `policy object ${implicitObject} : ${shape.model} {}`,
    'implicit',
  );
  return [own, ...declared];
};

/** Is the model always there: does it declare an object itself, as those of the SDK's basics do? */
const isBasic = (shape: ModelShape): boolean => modelOf(shape).implicitObject !== undefined;

/**
 * Objects in random configurations: of all basic models, and of a few others, so that what is asked
 * of one object has a chance to matter for what is asked of it next.
 */
export const drawObjects = (draw: Draw, shapes: readonly ModelShape[]): readonly ShapedObject[] => {
  const others = shapes.filter((shape) => !isBasic(shape));
  const taken = new Set(shuffle(draw, others).slice(0, 1 + draw.below(3)));
  return shapes
    .filter((shape) => isBasic(shape) || taken.has(shape))
    .flatMap((shape) => drawOfModel(draw, shape));
};
