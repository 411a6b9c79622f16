import type { Example, Files } from '../example.ts';

const lamp = (text: string): Files => ({ 'home/Lamp.edl': `entity home.Lamp\n${text}\n` });
const driver = (text: string): Files => ({ 'home/Driver.cdl': `component home.Driver\n${text}\n` });
const twenty = (type: string): string =>
  Array.from({ length: 22 }, (_, index) => `    part${String(index)} : ${type}`).join('\n');
const many = (name: string, type: string): Files => ({
  [`home/${name}.cdl`]: `component home.${name}\ncomponents {\n${twenty(type)}\n}\n`,
});

/** Examples of components and their endpoints. */
export const cdlExamples: readonly Example[] = [
  {
    code: 'CDL-001',
    about: 'A name that nothing declares',
    files: lamp('endpoints { direct : home.Lihgt }'),
    cure: 'Correct the name, or add the IDL file that declares the interface. Until then the methods that the policy names are taken as they are named.',
    cured: lamp('endpoints { direct : home.Light }'),
  },
  {
    code: 'CDL-001',
    about: 'A package that declares types alone',
    files: {
      ...lamp('endpoints { direct : home.Colours }'),
      'home/Colours.idl': 'package home.Colours\nstruct Colour { UInt8 red; }\n',
    },
    cure: 'Name the package that has the interface: one of types alone is there to be imported.',
    cured: lamp('endpoints { direct : home.Light }'),
  },
  {
    code: 'CDL-002',
    files: lamp('components { driver : home.Drivre }'),
    cure: 'Correct the name, or add the CDL file that declares the component.',
    cured: lamp('components { driver : home.Driver }'),
  },
  {
    code: 'CDL-003',
    files: driver('endpoints { light : home.Light }\ncomponents { inner : home.Driver }'),
    cure: 'Take the component out of itself, on whatever way it got there.',
    cured: driver('endpoints { light : home.Light }'),
  },
  {
    code: 'CDL-004',
    about: 'Two endpoints of one name',
    files: lamp('endpoints {\n    direct : home.Light\n    direct : home.Light\n}'),
    cure: 'Give each endpoint of the list, and each instance, a name of its own.',
    cured: lamp('endpoints {\n    direct : home.Light\n    spare : home.Light\n}'),
  },
  {
    code: 'CDL-004',
    about: 'An underscore in a name',
    files: lamp('endpoints { main_light : home.Light }'),
    cure: 'Write the name without an underscore: generated code uses it to join names.',
    cured: lamp('endpoints { mainLight : home.Light }'),
  },
  {
    code: 'CDL-005',
    files: { 'home/Panel.edl': 'entity home.Panel\nsecurity home.Light\n' },
    cure: 'Take the parameters out, or name another interface: the security module answers a security query with a verdict and nothing more.',
    cured: { 'home/Panel.edl': 'entity home.Panel\nsecurity home.Badge\n' },
  },
  {
    code: 'CDL-006',
    files: {
      ...lamp('components { all : home.House }'),
      ...many('House', 'home.Floor'),
      ...many('Floor', 'home.Room'),
      ...many('Room', 'home.Driver'),
    },
    cure: 'Split the class into several processes. So many endpoints come of components that hold one another in large numbers, most often by mistake.',
    cured: lamp('components { all : home.Driver }'),
  },
];
