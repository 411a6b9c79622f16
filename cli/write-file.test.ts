import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeText } from './write-file.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'refmon-write-'));

describe('writeText', () => {
  it('makes the directory, and leaves nothing beside the file [LANG-3]', () => {
    const directory = join(fresh(), 'a', 'b');

    expect(writeText(join(directory, 'trace.jsonl'), 'text')).toBeUndefined();
    expect(readFileSync(join(directory, 'trace.jsonl'), 'utf8')).toBe('text');
    expect(readdirSync(directory)).toEqual(['trace.jsonl']);
  });

  it('leaves what stood there where the new text cannot be written [LANG-3] [GATE-1]', () => {
    const file = join(fresh(), 'trace.jsonl');
    writeFileSync(file, 'old');
    mkdirSync(`${file}.part`);

    expect(writeText(file, 'new')).toMatchObject({
      diagnostics: [{ code: 'SOL-004', message: 'it cannot be written: EISDIR' }],
    });
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});
