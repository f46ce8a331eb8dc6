import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeResources } from './resources';

const committed = fileURLToPath(new URL('../../resources/samples', import.meta.url));

describe('the sample that comes with the console', () => {
  it('is what the script makes, byte for byte, and small', () => {
    const fresh = mkdtempSync(join(tmpdir(), 'qunduo-resources-'));
    writeResources(fresh);
    const names = readdirSync(committed).sort();
    expect(names).toEqual(['sample-interactions.csv', 'sample-orders.xlsx', 'sample-roster.xlsx']);
    let bytes = 0;
    for (const name of names) {
      const file = readFileSync(join(committed, name));
      expect(file.equals(readFileSync(join(fresh, name)))).toBe(true);
      bytes += file.length;
    }
    expect(bytes).toBeLessThan(150_000);
    rmSync(fresh, { recursive: true });
  });
});
