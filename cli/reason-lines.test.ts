import { expect, it } from 'vitest';
import { reasonLines } from './reason-lines.ts';

it('tells a reason that stands in several places once, with all of them [OBJ-2]', () => {
  expect(
    reasonLines([
      'the bound of 10 states was met',
      'programs.yaml:49:12  Server: it passes on what it was sent',
      'programs.yaml:54:12  Server: it passes on what it was sent',
      'security.psl:9:1  Server: it passes on what it was sent',
      'programs.yaml:54:12  Clerk: it gives a handle to whom it calls',
    ]),
  ).toEqual([
    '  the bound of 10 states was met',
    '  programs.yaml:49:12, 54:12, security.psl:9:1  Server: it passes on what it was sent',
    '  programs.yaml:54:12  Clerk: it gives a handle to whom it calls',
  ]);
});
