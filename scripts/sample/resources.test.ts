import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleGroupsSchema } from '@shared/domain/sample/sample-groups.schema';
import { describe, expect, it } from 'vitest';
import { writeResources } from './resources';

const committed = fileURLToPath(new URL('../../resources/samples', import.meta.url));

describe('the sample that comes with the console', () => {
  it('is what the script makes, byte for byte, and small', () => {
    const fresh = mkdtempSync(join(tmpdir(), 'qunduo-resources-'));
    writeResources(fresh);
    const names = readdirSync(fresh).sort();
    expect(names).toEqual(['sample-interactions.csv', 'sample-orders.xlsx', 'sample-roster.xlsx']);
    expect(readdirSync(committed).sort()).toEqual([...names, 'sample-groups.json'].sort());
    let bytes = 0;
    for (const name of names) {
      const file = readFileSync(join(committed, name));
      expect(file.equals(readFileSync(join(fresh, name)))).toBe(true);
      bytes += file.length;
    }
    expect(bytes).toBeLessThan(150_000);
    rmSync(fresh, { recursive: true });
  });

  it('has groups that fit their schema and name only what is there', () => {
    const text = readFileSync(join(committed, 'sample-groups.json'), 'utf8');
    expect(text.length).toBeLessThan(12_000);
    const { groups, rules, ...parts } = sampleGroupsSchema.parse(JSON.parse(text));
    const people = new Map(groups.map((group) => [group.key, group.people]));
    const named = [
      ...parts.questions.map(({ group, asker }) => ({ group, place: asker })),
      ...[...parts.entries, ...parts.kocs].map(({ group, member }) => ({ group, place: member })),
    ];
    for (const { group, place } of named) expect(place).toBeLessThan(people.get(group) ?? 0);
    for (const { group } of parts.friendActions) expect(people.has(group)).toBe(true);
    for (const { rule } of parts.entries) expect(rules.map(({ key }) => key)).toContain(rule);
  });
});
