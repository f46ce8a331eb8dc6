import { describe, expect, it } from 'vitest';
import { NOBODY_INSIDE } from './entry.rules';
import { classMade, groupMade } from './groups.testing';
import { fillInvitation } from './invitation.rules';
import {
  classOf,
  groupsOfClass,
  nextGroupName,
  readyClasses,
  suggestSplits,
} from './member-class.rules';
import { misplacementOf } from './misplacement.rules';
import { DEFAULT_PLACEMENT_RULES } from './placement-settings.schema';

const south = classMade('south', { identities: ['store'], regions: ['广州', '深圳'], rank: -1 });
const stores = classMade('stores', { identities: ['store'], rank: 1 });
const douyin = classMade('douyin', { channels: ['抖音'], rank: 2 });

describe('the class of a person', () => {
  it('is the first that fits, with the conditions that named them', () => {
    const person = { identity: 'store' as const, region: '深圳' };
    expect(classOf(person, [stores, south])).toEqual({
      classId: 'south',
      fits: [
        { trait: 'identity', isNamed: true },
        { trait: 'channel', isNamed: false },
        { trait: 'region', isNamed: true },
      ],
    });
    expect(classOf({ identity: 'store' }, [south, stores]).classId).toBe('stores');
    expect(classOf({ identity: 'unknown', channel: '抖音' }, [south, douyin]).classId).toBe(
      'douyin',
    );
  });

  it('is none where something is missing, and says what', () => {
    expect(classOf({ identity: 'online', region: '广州' }, [south, douyin])).toEqual({
      classId: undefined,
      misses: [
        { classId: 'south', traits: ['identity'] },
        { classId: 'douyin', traits: ['channel'] },
      ],
    });
  });

  it('passes over a class that was put away', () => {
    const gone = { ...south, isArchived: true };
    expect(classOf({ identity: 'store', region: '广州' }, [gone, stores]).classId).toBe('stores');
  });
});

describe('groups of a class', () => {
  it('are those that say so, and those without a class that are for its people', () => {
    const groups = [
      groupMade('own', { classId: 'south', openedAt: 3 }),
      groupMade('alike', { identity: 'store', region: '广州', openedAt: 1 }),
      groupMade('general', { identity: 'store', openedAt: 2 }),
      groupMade('gone', { classId: 'south', phase: 'dissolved' }),
      groupMade('lost', { classId: 'nowhere', identity: 'online' }),
    ];
    const ids = (it: typeof south) =>
      groupsOfClass(it, groups, [south, stores]).map(({ id }) => id);
    expect(ids(south)).toEqual(['alike', 'own']);
    expect(ids(stores)).toEqual(['general']);
  });

  it('are named by the pattern with the next free number', () => {
    const taken = new Set(['广州·深圳south2群']);
    expect(nextGroupName(south, 1, taken, 'zh')).toBe('广州·深圳south3群');
    const named = classMade('x', { groupNamePattern: '花城实体' });
    expect(nextGroupName(named, 0, new Set(), 'zh')).toBe('花城实体 1');
    const mixed = classMade('y', { name: '实体', groupNamePattern: '{分类} {n} {地区}号$&' });
    expect(nextGroupName(mixed, 4, new Set(), 'zh')).toBe('实体 5 号$&');
    expect(nextGroupName(stores, 0, new Set(), 'en')).toBe('stores 1');
  });

  it('are worth splitting where one region has enough people and no class yet', () => {
    const counts = [
      { identity: 'store' as const, region: '广州', count: 900 },
      { identity: 'store' as const, region: '杭州', count: 320 },
      { identity: 'store' as const, region: '南京', count: 199 },
      { identity: 'unknown' as const, region: '杭州', count: 999 },
      { identity: 'online' as const, region: '杭州', count: 400 },
      { identity: 'store' as const, region: '', count: 999 },
    ];
    const split = suggestSplits(counts, [south, ...readyClasses('zh')]);
    expect(split.map(({ identity, region }) => [identity, region])).toEqual([
      ['online', '杭州'],
      ['store', '杭州'],
    ]);
  });
});

describe('people in the wrong group', () => {
  const rules = DEFAULT_PLACEMENT_RULES;
  const ask = (
    identity: 'store' | 'online' | 'consumer' | 'unknown',
    group: Parameters<typeof groupMade>[1],
    inside = {},
    region?: string,
  ) =>
    misplacementOf(
      { memberId: 'm', identity, region },
      groupMade('g', group),
      { ...NOBODY_INSIDE, ...inside },
      [south],
      rules,
    );

  it('are those whom the group is not for', () => {
    const mixed = { store: 300, online: 2 };
    expect(ask('online', { identity: 'store' }, mixed)).toEqual({
      reason: 'identityConflict',
      rival: 'store',
      rivals: 300,
    });
    expect(ask('store', { identity: 'store' }, mixed)).toBeUndefined();
    expect(ask('unknown', { identity: 'store' }, mixed)).toEqual({ reason: 'identityUnknown' });
    expect(ask('consumer', { identity: 'store' }, mixed)?.reason).toBe('consumerBarred');
  });

  it('are the smaller side where the group is for anybody', () => {
    const mixed = { store: 3, online: 2 };
    expect(ask('online', { identity: 'unknown' }, mixed)).toMatchObject({ rivals: 3 });
    expect(ask('store', { identity: 'unknown' }, mixed)).toBeUndefined();
    const equal = { store: 2, online: 2 };
    expect(ask('online', { identity: 'unknown' }, equal)).toBeDefined();
    expect(ask('store', { identity: 'unknown' }, equal)).toBeDefined();
  });

  it('may come from elsewhere when somebody said so', () => {
    const of = { classId: 'south' };
    expect(ask('store', of, { store: 2 }, '杭州')).toEqual({ reason: 'regionDiffers' });
    expect(ask('store', of, { store: 2 })).toBeUndefined();
    const exceptions = [{ memberId: 'm', reason: '老客户介绍', at: 1 }];
    expect(ask('store', { ...of, exceptions }, { store: 2 }, '杭州')).toBeUndefined();
  });
});

describe('an invitation', () => {
  it('has its variables filled in either language', () => {
    const values = { group: '花城实体1群', nickname: '陈晓兰', way: '扫码' };
    expect(fillInvitation('{昵称}，{入群方式}进「{群名}」{其他}', values)).toBe(
      '陈晓兰，扫码进「花城实体1群」{其他}',
    );
    expect(fillInvitation('{name}: {group}, {way}', values)).toBe('陈晓兰: 花城实体1群, 扫码');
  });
});
