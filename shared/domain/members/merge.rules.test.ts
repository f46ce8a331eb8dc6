import { describe, expect, it } from 'vitest';
import type { Member } from './member.schema';
import { defaultSide, isConflict, mergedMember, mergedMembership } from './merge.rules';

const older: Member = {
  id: 'a',
  name: '王芳',
  phone: '+8613800138000',
  identity: 'unknown',
  source: 'import',
  region: '杭州',
  note: '不吃香菜',
  joinedAt: 200,
};
const newer: Member = {
  id: 'b',
  name: '芳芳',
  phone: '+8613900139000',
  phoneMasked: '139****9000',
  identity: 'consumer',
  source: 'order',
  region: '宁波',
  note: '晚上七点后',
  joinedAt: 100,
};

describe('whose value stays', () => {
  it('is the older record’s for a key and the newer one’s for everything else', () => {
    expect(defaultSide(older, newer, 'phone')).toBe('kept');
    expect(defaultSide(newer, older, 'phone')).toBe('gone');
    expect(defaultSide(older, newer, 'region')).toBe('gone');
    expect(defaultSide(newer, older, 'region')).toBe('kept');
  });

  it('is the filled one, where an unknown identity and a made-up name are blanks', () => {
    expect(defaultSide(newer, { ...older, region: undefined }, 'region')).toBe('kept');
    expect(defaultSide(older, newer, 'identity')).toBe('gone');
    expect(isConflict(older, newer, 'identity')).toBe(false);
    expect(defaultSide(older, { ...newer, name: '尾号9000' }, 'name')).toBe('kept');
  });
});

describe('the merged record', () => {
  it('keeps the id, joins two notes and takes the earlier day', () => {
    expect(mergedMember(older, newer, {})).toEqual({
      ...older,
      name: '芳芳',
      identity: 'consumer',
      region: '宁波',
      note: '不吃香菜\n晚上七点后',
      joinedAt: 100,
    });
  });

  it('takes one note alone when it was chosen', () => {
    expect(mergedMember(older, newer, { note: 'kept' }).note).toBe('不吃香菜');
  });

  it('keeps a masked phone only while no whole one is known', () => {
    const bare = { ...older, phone: undefined };
    const masked = { ...newer, phone: undefined };
    expect(mergedMember(bare, masked, {}).phoneMasked).toBe('139****9000');
    expect(mergedMember(older, masked, {}).phoneMasked).toBeUndefined();
  });
});

describe('two places in one group', () => {
  const place = { id: 'a.g', memberId: 'a', groupId: 'g', role: 'ordinary', joinedAt: 5 } as const;
  const other = { ...place, id: 'b.g', memberId: 'b', role: 'koc', joinedAt: 3 } as const;

  it('are left only when both were left, and then on the later day', () => {
    expect(mergedMembership({ ...place, leftAt: 9 }, other).leftAt).toBeUndefined();
    expect(mergedMembership({ ...place, leftAt: 9 }, { ...other, leftAt: 7 }).leftAt).toBe(9);
  });

  it('keep the id of the one who stays, the earlier day and the later role', () => {
    expect(mergedMembership(place, other)).toEqual({ ...place, joinedAt: 3, role: 'ordinary' });
    expect(mergedMembership(other, place).role).toBe('ordinary');
  });
});
