import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSeveral } from './write-several';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunduo-several-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => ({ name, data: new TextEncoder().encode(text) });

describe('several files into one folder', () => {
  it('never replace what lies there, nor one another', async () => {
    writeFileSync(join(folder, '一群.png'), 'old');
    await writeSeveral(folder, [file('一群.png', 'a'), file('一群.png', 'b')]);
    expect(readdirSync(folder).sort()).toEqual(['一群 (2).png', '一群 (3).png', '一群.png']);
    expect(readFileSync(join(folder, '一群.png'), 'utf8')).toBe('old');
    expect(readFileSync(join(folder, '一群 (3).png'), 'utf8')).toBe('b');
  });

  it('stay inside of the folder whatever they are called', async () => {
    await writeSeveral(folder, [file('../../群/一.png', 'a')]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are all there or none', async () => {
    const broken = { name: 'b.png', data: undefined as unknown as Uint8Array };
    await expect(writeSeveral(folder, [file('a.png', 'a'), broken])).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
