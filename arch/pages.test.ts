import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats, tlbFormats } from './catalogue.ts';
import type { Format } from './format.ts';
import { iommus } from './iommu/catalogue.ts';
import type { Field, Layout } from './layout.ts';

const root = new URL('../', import.meta.url);
const pageOf = (name: string): string =>
  readFileSync(new URL(`spec/arch/${name}.md`, root), 'utf8');

const bitsText = (first: number, last: number): string =>
  first === last ? String(first) : `${String(last)}:${String(first)}`;

const nameOf = (field: Field<string>): string => {
  switch (field.kind) {
    case 'number':
      return field.name;
    case 'fixed':
      return `${field.name}: ${String(field.value)}`;
    case 'address': {
      const last = field.holds + field.last - field.first;
      return field.holds === field.first ? 'address' : `address ${bitsText(field.holds, last)}`;
    }
    case 'ignored':
    case 'reserved':
      return field.kind;
  }
};

const rowsOf = ({ fields }: Layout): readonly string[] =>
  fields.map((field) => `| ${bitsText(field.first, field.last)} | ${nameOf(field)} |`);

/** The sections of a page about kinds of entries: their titles, with the rows of their tables. */
const tablesIn = (page: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    page
      .split(/^#{2,3} /m)
      .slice(1)
      .map((section) => section.split('\n'))
      .filter((lines) => lines.includes('| bits | name |'))
      .map(([title = '', ...lines]) => [title, lines.filter((line) => /^\| \d/.test(line))]),
  );

const tablesOf = ({
  layouts,
}: Pick<Format, 'layouts'>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(layouts.map((one) => [`${one.name} (${one.source})`, rowsOf(one)]));

describe('the pages of formats', () => {
  it.each(
    [...Object.values(formats), ...Object.values(tlbFormats)].map(
      (format) => [format.name, format] as const,
    ),
  )('say of each entry what the code reads: %s [ARCH-3]', (name, format) => {
    expect(tablesIn(pageOf(name))).toEqual(tablesOf(format));
  });

  it.each(Object.values(iommus).map((format) => [format.name, format] as const))(
    'say of each entry, record and command of an IOMMU what the code reads: %s [DMA-2]',
    (name, format) => {
      expect(tablesIn(pageOf(name))).toEqual(tablesOf(format));
    },
  );

  it('name only tests that exist, in what is different [VER-1]', () => {
    const named = [...pageOf('differences').matchAll(/`((?:arch|tools)\/[a-z/0-9_-]+\.[a-z.]+)`/g)];

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, path = '']) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
