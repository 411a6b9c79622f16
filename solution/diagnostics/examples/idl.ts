import { light } from '../example.ts';
import type { Example } from '../example.ts';

/** Examples of packages, types and interfaces. */
export const idlExamples: readonly Example[] = [
  {
    code: 'IDL-001',
    about: 'A type that is not declared',
    files: light('interface { Set(in Uint8 level); }'),
    cure: 'Correct the name, declare the type in this package, or import the package that declares it. Names are case sensitive.',
    cured: light('interface { Set(in UInt8 level); }'),
  },
  {
    code: 'IDL-001',
    about: 'A constant in the place of a type',
    files: light('const UInt8 Most = 10;\ninterface { Set(in Most level); }'),
    cure: 'Name a type here; a constant may stand where a size is asked for.',
    cured: light('const UInt8 Most = 10;\ninterface { Name(in string<Most> name); }'),
  },
  {
    code: 'IDL-001',
    about: 'A constant of a type that is no integer',
    files: light('const Handle First = 1;\ninterface { Off(); }'),
    cure: 'Give the constant an integer type, or a typedef of one: there are no other constants.',
    cured: light('const UInt32 First = 1;\ninterface { Off(); }'),
  },
  {
    code: 'IDL-002',
    about: 'A field',
    files: light('struct Colour { UInt8 red; UInt8 red; }\ninterface { Off(); }'),
    cure: 'Give the two fields different names.',
    cured: light('struct Colour { UInt8 red; UInt8 blue; }\ninterface { Off(); }'),
  },
  {
    code: 'IDL-002',
    about: 'A type',
    files: light('typedef UInt8 Level;\ntypedef UInt16 Level;\ninterface { Set(in Level level); }'),
    cure: 'Remove one of the declarations, or rename it.',
    cured: light('typedef UInt16 Level;\ninterface { Set(in Level level); }'),
  },
  {
    code: 'IDL-002',
    about: 'A parameter',
    files: light('interface { Set(in UInt8 level, out UInt8 level); }'),
    cure: 'Rename one parameter: the directions of a method share their names.',
    cured: light('interface { Set(in UInt8 level, out UInt8 before); }'),
  },
  {
    code: 'IDL-003',
    about: 'A constant that is not declared',
    files: light('const UInt32 Longest = 8;\ninterface { Name(in string<Longets> name); }'),
    cure: 'Correct the name, or declare the constant in this package or in one that it imports.',
    cured: light('const UInt32 Longest = 8;\ninterface { Name(in string<Longest> name); }'),
  },
  {
    code: 'IDL-003',
    about: 'A value out of the range of its type',
    files: light('const UInt8 Longest = 256;\ninterface { Name(in string<Longest> name); }'),
    cure: 'Choose a wider type for the constant, or a value that fits.',
    cured: light('const UInt16 Longest = 256;\ninterface { Name(in string<Longest> name); }'),
  },
  {
    code: 'IDL-003',
    about: 'A value that cannot be computed',
    files: light(
      'const UInt32 Rooms = 0;\nconst UInt32 Share = 100 / Rooms;\ninterface { Off(); }',
    ),
    cure: 'Change the expression so that nothing is divided by zero.',
    cured: light(
      'const UInt32 Rooms = 4;\nconst UInt32 Share = 100 / Rooms;\ninterface { Off(); }',
    ),
  },
  {
    code: 'IDL-003',
    about: 'A shift or exponent that is too large',
    files: light('const UInt64 Most = 1 << 1000;\ninterface { Off(); }'),
    cure: 'Shift by fewer bits than the type has.',
    cured: light('const UInt64 Most = 1 << 10;\ninterface { Off(); }'),
  },
  {
    code: 'IDL-004',
    about: 'A size below zero',
    files: light('const SInt32 Spare = 4;\ninterface { Name(in string<Spare - 8> name); }'),
    cure: 'Correct the expression: a size is at least zero and at most that of the largest message.',
    cured: light('const SInt32 Spare = 4;\ninterface { Name(in string<Spare + 8> name); }'),
  },
  {
    code: 'IDL-004',
    about: 'A type that is too large in all',
    files: light(
      'typedef array<UInt8, 60000> Row;\ninterface { Paint(in array<Row, 60000> rows); }',
    ),
    cure: 'Use a sequence, of which only the used part is sent, or bytes.',
    cured: light('interface { Paint(in sequence<bytes<60000>, 200> rows); }'),
  },
  {
    code: 'IDL-005',
    files: light('import home.Colours\ninterface { Paint(in Colour colour); }'),
    cure: 'Correct the name, or add the file that declares the package, with `-I` if it is one of an SDK. What the package declares is taken as unknown until then.',
    cured: {
      ...light('import home.Colours\ninterface { Paint(in Colour colour); }'),
      'home/Colours.idl': 'package home.Colours\nstruct Colour { UInt8 red; }\n',
    },
  },
  {
    code: 'IDL-006',
    about: 'Packages that import one another',
    files: {
      ...light('import home.Badge\ninterface { Off(); }'),
      'home/Badge.idl':
        'package home.Badge\nimport home.Light\ninterface { Show(in UInt8 badge); }\n',
    },
    cure: 'Move what both need into a third package, and import that one in both.',
    cured: light('import home.Badge\ninterface { Off(); }'),
  },
  {
    code: 'IDL-006',
    about: 'A type within itself',
    files: light('struct Room { UInt8 number; Room next; }\ninterface { Off(); }'),
    cure: 'Break the circle: a value has a fixed depth. Refer to the other value by a number.',
    cured: light('struct Room { UInt8 number; UInt8 next; }\ninterface { Off(); }'),
  },
  {
    code: 'IDL-007',
    about: 'Two methods of one name',
    files: light('interface { Set(in UInt8 level); Set(in UInt16 level); }'),
    cure: 'Rename one of them: methods are told apart by their name alone.',
    cured: light('interface { Set(in UInt8 level); SetFine(in UInt16 level); }'),
  },
  {
    code: 'IDL-007',
    about: 'An underscore in the name of a method',
    files: light('interface { Switch_off(); }'),
    cure: 'Write the name without an underscore.',
    cured: light('interface { SwitchOff(); }'),
  },
  {
    code: 'IDL-008',
    files: light('interface { Set(out UInt8 before, in UInt8 level); }'),
    cure: 'Put the parameters in the order in, out, error, in the code that calls the method too.',
    cured: light('interface { Set(in UInt8 level, out UInt8 before); }'),
  },
  {
    code: 'IDL-009',
    files: {
      ...light('import home.Fine\nimport home.Coarse\ninterface { Set(in Level level); }'),
      'home/Fine.idl': 'package home.Fine\ntypedef UInt16 Level;\n',
      'home/Coarse.idl': 'package home.Coarse\ntypedef UInt8 Level;\n',
    },
    cure: 'Rename one of the two, or import the package alone whose meaning is wanted: imported names are used without the name of their package.',
    cured: {
      ...light('import home.Fine\ninterface { Set(in Level level); }'),
      'home/Fine.idl': 'package home.Fine\ntypedef UInt16 Level;\n',
    },
  },
  {
    code: 'IDL-010',
    files: {
      'home/Lamp.edl': 'entity home.Lamp\nendpoints { direct : home.light }\n',
      'home/light.idl': 'package home.light\ninterface { Off(); }\n',
    },
    cure: 'Begin the last part of the name with a capital letter, without an underscore, and rename the file with it.',
    cured: {},
  },
  {
    code: 'IDL-011',
    files: light('union Address { }\ninterface { Find(in Address address); }'),
    cure: 'Give the union a member: a value of it is one of its members.',
    cured: light('union Address { UInt16 number; }\ninterface { Find(in Address address); }'),
  },
];
