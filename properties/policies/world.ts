import type { Parameter } from '../../solution/data-type.ts';
import type { Endpoint, Interface, Method, ProcessClass } from '../../solution/solution.ts';
import { chance, drawMany, drawSome, pick } from './draw.ts';
import type { Draw } from './draw.ts';
import { drawType } from './idl-types.ts';
import type { DrawnParameter, TypePackage } from './idl-types.ts';

/** The declarations under a generated policy: their files, and what the loader makes of them. */
export interface World {
  readonly files: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, ProcessClass>;
  /** Processes of init.yaml: their names, with the class of each. */
  readonly processes: readonly (readonly [name: string, className: string])[];
}

interface DrawnFile {
  readonly path: string;
  readonly text: string;
}

type DrawnInterface = DrawnFile & { readonly interface: Interface };

/** A component, or a class: what it holds, endpoints by their qualified names. */
type DrawnPart = DrawnFile & {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  readonly security: readonly Interface[];
};

type Direction = 'in' | 'out' | 'error';

const drawParameters = (
  draw: Draw,
  direction: Direction,
  most: number,
  within: TypePackage,
): readonly DrawnParameter[] =>
  drawMany(draw, 0, most, (index) => {
    const { text, type } = drawType(draw, within, 2);
    const name = `${direction.charAt(0)}${String(index)}`;
    return { text: `${direction} ${text} ${name}`, parameter: { name, type } };
  });

/** A parameter that many methods have alike: bindings of several methods may read it. */
const sharedIn = (direction: Direction): DrawnParameter => ({
  text: `${direction} UInt32 ${direction.charAt(0)}n`,
  parameter: {
    name: `${direction.charAt(0)}n`,
    type: { kind: 'integer', bits: 32, signed: false },
  },
});

const drawMethod = (
  draw: Draw,
  name: string,
  within: TypePackage,
  directions: readonly Direction[],
): { readonly text: string; readonly method: Method } => {
  const drawn = directions.map((direction) => {
    const own = drawParameters(draw, direction, direction === 'in' ? 4 : 2, within);
    return [direction, chance(draw, 50) ? [sharedIn(direction), ...own] : own] as const;
  });
  const all = drawn.flatMap(([, parameters]) => parameters.map(({ text }) => text));
  const parametersOf = (wanted: Direction): readonly Parameter[] =>
    drawn.flatMap(([direction, parameters]) =>
      direction === wanted ? parameters.map(({ parameter }) => parameter) : [],
    );
  return {
    text: `    ${name}(${all.join(', ')});\n`,
    method: {
      name,
      in: parametersOf('in'),
      out: parametersOf('out'),
      error: parametersOf('error'),
      open: false,
    },
  };
};

const drawInterface = (
  draw: Draw,
  name: string,
  prefix: string,
  directions: readonly Direction[],
): DrawnInterface => {
  const within: TypePackage = { prefix, interface: name, declarations: [] };
  const methods = drawMany(draw, 1, 3, (index) =>
    drawMethod(draw, `M${String(index)}`, within, directions),
  );
  const body = methods.map(({ text }) => text).join('');
  return {
    path: `${name.replaceAll('.', '/')}.idl`,
    text: `package ${name}\n${within.declarations.join('')}interface {\n${body}}\n`,
    interface: { name, methods: methods.map(({ method }) => method), open: false },
  };
};

/** What a part is drawn from: components come before what holds them. */
interface Shelf {
  readonly interfaces: readonly DrawnInterface[];
  readonly security: readonly DrawnInterface[];
  readonly components: readonly DrawnPart[];
}

const sectionOf = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${name} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

const drawPart = (
  draw: Draw,
  name: string,
  kind: 'component' | 'class',
  shelf: Shelf,
  prefix: string,
): DrawnPart => {
  const own = drawMany(draw, kind === 'class' ? 0 : 1, 2, (index) => ({
    name: `${prefix}${String(index)}`,
    offers: pick(draw, shelf.interfaces).interface,
  }));
  const held = drawSome(draw, shelf.components, 50).map((component, index) => ({
    name: `c${String(index)}`,
    component,
  }));
  const secure = chance(draw, 60) ? pick(draw, shelf.security).interface : undefined;
  const head = kind === 'class' ? pick(draw, ['task class', 'entity']) : 'component';
  return {
    name,
    path: `${name.replaceAll('.', '/')}.${kind === 'class' ? 'edl' : 'cdl'}`,
    text: [
      `${head} ${name}\n`,
      secure === undefined ? '' : `security ${secure.name}\n`,
      sectionOf(
        'endpoints',
        own.map((one) => `${one.name} : ${one.offers.name}`),
      ),
      sectionOf(
        'components',
        held.map((one) => `${one.name} : ${one.component.name}`),
      ),
    ].join(''),
    endpoints: [
      ...own.map((one) => ({
        name: one.name,
        interface: one.offers,
        component: kind === 'component' ? name : undefined,
      })),
      ...held.flatMap((one) =>
        one.component.endpoints.map((endpoint) => ({
          ...endpoint,
          name: `${one.name}.${endpoint.name}`,
        })),
      ),
    ],
    security: [
      ...(secure === undefined ? [] : [secure]),
      ...held.flatMap(({ component }) => component.security),
    ],
  };
};

const classNames = ['g.A', 'g.B', 'g.C'] as const;

const initText = (processes: World['processes']): string => {
  const first = processes[0]?.[0] ?? '';
  const entries = processes.map(([name, className], index) => {
    const link = index === 0 ? '' : `  connections:\n  - {target: ${first}, id: to-${first}}\n`;
    return `- name: ${className}\n  task: ${name}\n${link}`;
  });
  return `entities:\n${entries.join('')}`;
};

/** Interfaces with types of every kind, components within each other, classes and their processes. */
export const drawWorld = (draw: Draw): World => {
  const interfaces = ['g.I0', 'g.I1', 'g.I2'].map((name, index) =>
    drawInterface(draw, name, `T${String(index)}`, ['in', 'out', 'error']),
  );
  const security = ['g.Q0', 'g.Q1'].map((name, index) =>
    drawInterface(draw, name, `Q${String(index)}`, ['in']),
  );
  const shelf: Shelf = { interfaces, security, components: [] };
  const inner = drawPart(draw, 'g.K0', 'component', shelf, 'k');
  const outer = drawPart(draw, 'g.K1', 'component', { ...shelf, components: [inner] }, 'l');
  const components = [inner, outer];
  const classes = classNames.map((name) =>
    drawPart(draw, name, 'class', { ...shelf, components }, 'e'),
  );
  const more = drawMany(draw, 0, 2, (index): World['processes'][number] => [
    `more${String(index)}`,
    pick(draw, classNames),
  ]);
  const processes: World['processes'] = [
    ...classNames.map((name, index): World['processes'][number] => [`p${String(index)}`, name]),
    ...more,
  ];
  const files = [...interfaces, ...security, ...components, ...classes];
  return {
    files: new Map([
      ...files.map(({ path, text }) => [path, text] as const),
      ['init.yaml', initText(processes)],
    ]),
    classes: new Map(
      classes.map(({ name, endpoints, security: secure }) => [
        name,
        { name, endpoints, security: secure, open: false },
      ]),
    ),
    processes,
  };
};
