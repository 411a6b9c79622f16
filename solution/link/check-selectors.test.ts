import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { rules } from '../diagnostics/example.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const told = (selectors: string, body = 'grant ()'): readonly string[] =>
  toldOf(rules(`${selectors} { ${body} }`), catalogue);

describe('checkSelectors', () => {
  it.each([
    ['execute endpoint=direct', ['PSL-011 direct']],
    ['execute component=home.Driver', ['PSL-011 home.Driver']],
    ['execute interface=home.Light', ['PSL-015 home.Light']],
    ['execute interface=kl.core.Execute method=main', []],
    ['security dst=home.Lamp', ['PSL-011 home.Lamp']],
    ['security component=home.Driver', ['PSL-011 home.Driver']],
    ['security endpoint=direct', ['PSL-011 direct']],
    ['security interface=home.Light', ['PSL-015 home.Light']],
    ['security src=home.Panel method=Off', ['PSL-016 Off']],
    ['security interface=home.Light method=Off', ['PSL-015 home.Light']],
    ['request src=home.Nobody', ['PSL-010 home.Nobody']],
    ['request dst=home.Nobody endpoint=a.b method=C', ['PSL-010 home.Nobody']],
    ['request dst=home.Lamp endpoint=nowhere', ['PSL-014 nowhere']],
    ['request endpoint=nowhere', ['PSL-014 nowhere']],
    ['request dst=home.Panel endpoint=direct', ['PSL-014 direct']],
    ['response dst=home.Lamp src=home.Panel endpoint=direct', ['PSL-014 direct']],
    ['request dst=home.Lamp component=home.Nothing', ['PSL-013 home.Nothing']],
    ['request dst=home.Lamp interface=home.Badge', ['PSL-015 home.Badge']],
    ['request dst=home.Lamp endpoint=direct method=Fly', ['PSL-016 Fly']],
    ['request method=Fly', ['PSL-016 Fly']],
    ['request interface=home.Light method=Fly', ['PSL-016 Fly']],
    ['request dst=home.Lamp endpoint=nowhere method=Fly', ['PSL-014 nowhere']],
    ['request dst=home.Lamp endpoint=nowhere interface=home.Light', ['PSL-014 nowhere']],
    ['request dst=home.Lamp component=home.Nothing method=Off', ['PSL-013 home.Nothing']],
    ['request dst=home.Lamp interface=home.Badge method=Show', ['PSL-015 home.Badge']],
    ['request dst=home.Lamp component=home.Driver endpoint=direct', ['PSL-012 direct']],
    ['request dst=home.Lamp component=home.Driver endpoint=direct method=Off', ['PSL-012 direct']],
    ['request component=home.Driver endpoint=driver.light method=Off', []],
    ['request dst=home.Lamp dst=home.Panel', ['PSL-012 home.Panel']],
  ])('tells of the selectors %j, each fault once: %j [LANG-3]', (selectors, expected) => {
    expect(told(selectors)).toEqual(expected);
  });

  it.each([
    ['match dst=home.Panel { grant () }', ['PSL-012 home.Panel']],
    ['match dst=home.Lamp { grant () }', []],
    ['match endpoint=nowhere { match method=Off { grant () } }', ['PSL-014 nowhere']],
    ['match endpoint=direct { match component=home.Driver { grant () } }', ['PSL-012 home.Driver']],
    ['match endpoint=direct { match method=Fly { grant () } }', ['PSL-016 Fly']],
  ])('tells of the sections %j within another: %j [LANG-3]', (body, expected) => {
    expect(told('request dst=home.Lamp', body)).toEqual(expected);
  });
});
