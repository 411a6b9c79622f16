import type { Files } from './example.ts';

/** What most examples are put over: a panel that asks a lamp. It loads without a word. */
export const baseSolution: Files = {
  'security.psl': `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
use EDL home.Panel
use EDL home.Lamp
use rules._
execute { grant () }
request { grant () }
`,
  'rules.psl': '',
  'home/Panel.edl': `entity home.Panel
security home.Badge
`,
  'home/Lamp.edl': `entity home.Lamp
components { driver : home.Driver }
endpoints { direct : home.Light }
`,
  'home/Driver.cdl': `component home.Driver
endpoints { light : home.Light }
`,
  'home/Light.idl': `package home.Light
struct Colour { UInt8 red; UInt8 blue; }
union Address { UInt16 number; string<8> room; }
interface {
    Set(in UInt8 level, out UInt8 before, error SInt8 code);
    Paint(in Colour colour, in Address address, in sequence<UInt8, 3> steps, in bytes<2> raw,
          in Handle file);
    Off();
}
`,
  'home/Badge.idl': `package home.Badge
interface { Show(in UInt8 badge); }
`,
  'init.yaml': `entities:
- name: home.Panel
  task: panel
  connections:
  - {target: lamp, id: lamp}
- name: home.Lamp
  task: lamp
`,
};
