/**
 * The one direction of imports: a file imports from its own room and from rooms to the left.
 * `kss` and `arch` do not know each other; `kernel` knows the engine only by the interface in
 * `model`. Type-only imports count; test files may import from any room.
 */
const rooms = require('./tools/rooms.json');

/** Tests, and what only tests share. */
const tests = '(\\.(test|prop|slow)|/test-[a-z-]+)\\.ts$';

const toTheRight = rooms.map((room, index) => ({
  name: `${room}-imports-only-from-the-left`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: `^(${[...rooms.slice(index + 1), 'tools', 'bench'].join('|')})/` },
}));

/** Embedded examples are read by the command line, the library for Node, and tests alone. */
const pure = `^(${rooms.filter((room) => room !== 'cli').join('|')}|examples)/`;

/** Packages by the rooms that may use them. */
const packages = {
  yaml: '^solution/yaml/',
  'fast-check': '^properties/',
  commander: '^cli/',
  '@viz-js/viz': '^cli/',
  '@noble/hashes': '^simulator/',
  'ts-pattern': `^(${rooms.join('|')})/`,
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...toTheRight,
    {
      name: 'kss-and-arch-apart',
      severity: 'error',
      from: { path: '^(kss|arch)/', pathNot: tests },
      to: { path: '^(kss|arch)/', pathNot: '^$1/' },
    },
    {
      name: 'kernel-knows-no-engine',
      severity: 'error',
      from: { path: '^(kernel|arch)/', pathNot: tests },
      to: { path: '^kss/' },
    },
    {
      name: 'threads-are-made-in-their-folder',
      severity: 'error',
      from: { pathNot: '^kernel/micro/threads/' },
      to: { path: '^kernel/micro/threads/edit.ts$' },
    },
    {
      name: 'handles-are-made-in-their-folder',
      severity: 'error',
      from: { pathNot: '^kernel/micro/handles/' },
      to: { path: '^kernel/micro/handles/edit.ts$' },
    },
    {
      name: 'examples-for-cli-alone',
      severity: 'error',
      from: { pathNot: [tests, '^(cli|library/node|examples)/'] },
      to: { path: '^examples/' },
    },
    {
      name: 'pure-rooms-have-no-node',
      severity: 'error',
      from: { path: pure, pathNot: [tests, '^(tla/tlc|library/node)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-part-of-library-for-cli-alone',
      severity: 'error',
      from: { pathNot: [tests, '^(cli|library/node)/'] },
      to: { path: '^library/node/' },
    },
    {
      name: 'tlc-for-cli-alone',
      severity: 'error',
      from: { pathNot: [tests, '^(cli|tla/tlc)/'] },
      to: { path: '^tla/tlc/' },
    },
    ...Object.entries(packages).map(([name, from]) => ({
      name: `${name.replaceAll(/[@/]/g, '')}-in-its-rooms`,
      severity: 'error',
      from: { pathNot: [tests, from] },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'no-other-packages',
      severity: 'error',
      from: { pathNot: [tests, '^vitest\\.config\\.ts$', '^eslint\\.config\\.js$'] },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(${Object.keys(packages).join('|')}|@types/node)/`,
      },
    },
    {
      name: 'no-unknown',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
};
