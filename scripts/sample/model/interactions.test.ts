import { interactionSchema } from '@shared/domain/interactions/interaction.schema';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../goods/catalogue';
import { generateInteractions } from './interactions';
import { generateMembers } from './people';

const setting = { members: 400, seed: 5, days: 90 };
const rows = [...generateInteractions(3000, setting)].flat();

describe('what members do and say', () => {
  it('is as much as asked for, fits the schema and belongs to members', () => {
    const ids = new Set([...generateMembers(400, 5, { days: 90 })].flat().map(({ id }) => id));
    expect(rows).toHaveLength(3000);
    for (const row of rows) {
      expect(interactionSchema.parse(row)).toEqual(row);
      expect(ids.has(row.memberId)).toBe(true);
    }
  });

  it('is mostly checking in, seldom a complaint, and always in whole sentences', () => {
    const share = (kind: string) => rows.filter((row) => row.kind === kind).length / rows.length;
    expect(share('checkIn')).toBeGreaterThan(0.45);
    expect(share('complaint')).toBeGreaterThan(0.03);
    expect(share('complaint')).toBeLessThan(0.07);
    for (const row of rows) expect(row.text).toMatch(/^[^{}]+$/);
  });

  it('names goods of the group', () => {
    const complaints = rows.filter((row) => row.kind === 'complaint');
    const named = complaints.filter((row) =>
      CATALOGUE.some(({ name }) => row.text?.includes(name)),
    );
    expect(named.length / complaints.length).toBeGreaterThan(0.5);
  });
});
