import { packIds, unpackIds } from '@shared/lib/pack-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listsMerged, listsParted, listsWithout } from './people-lists.rules';
import { detailWithout } from './story-texts.rules';

const ids = ['a', 'b', 'c', 'd'];
const task = fc
  .tuple(fc.subarray(ids, { minLength: 1 }), fc.subarray(ids))
  .map(([members, done]) => ({
    members: packIds(members),
    memberCount: members.length,
    doneMembers: packIds(done.filter((id) => members.includes(id))),
  }));
const done = ({ doneMembers = '' }: { doneMembers?: string }) =>
  unpackIds(doneMembers).filter(Boolean);

describe('people in packed lists', () => {
  it('are as before when a merge is parted and nothing was done in between', () => {
    fc.assert(
      fc.property(task, (before) => {
        const merged = listsMerged(before, 'a', 'b');
        if (!merged) {
          expect(unpackIds(before.members)).not.toContain('b');
          return;
        }
        expect(unpackIds(merged.lists.members)).not.toContain('b');
        expect(unpackIds(merged.lists.members)).toHaveLength(merged.lists.memberCount);
        const parted = listsParted(merged.lists, 'a', 'b', { id: 't', ...merged.move });
        expect(parted?.members).toBe(before.members);
        expect(done(parted ?? {})).toEqual(done(before));
      }),
    );
  });

  it('go from all lists at once', () => {
    const before = { members: packIds(ids), memberCount: 4, doneMembers: packIds(['b', 'c']) };
    const left = listsWithout(before, new Set(['b', 'd']));
    expect(unpackIds(left?.members ?? '')).toEqual(['a', 'c']);
    expect(left?.memberCount).toBe(2);
    expect(done(left ?? {})).toEqual(['c']);
    expect(listsWithout(before, new Set(['x']))).toBeUndefined();
  });
});

describe('a line of a run’s story', () => {
  it('names nobody who was erased, by name, nickname, phone or WeChat id', () => {
    const people = [
      { name: '王芳', groupNickname: '翠竹苑-王芳', phone: '+8613800138000', wechatId: 'wf_88' },
    ];
    const detail = { reason: '翠竹苑-王芳（13800138000，wf_88）说王芳明天补', count: 2 };
    expect(detailWithout(detail, people)).toEqual({ reason: '…（…，…）说…明天补', count: 2 });
    expect(detailWithout({ count: 2 }, people)).toBeUndefined();
    expect(detailWithout({ reason: '王小明' }, [{ name: '王' }])).toBeUndefined();
  });
});
