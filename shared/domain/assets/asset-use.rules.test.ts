import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { contentSendSchema } from '@shared/domain/calendar/send.schema';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetSends, assetUses, assetWarnings } from './asset-use.rules';

const item = (id: string, change: object = {}) =>
  contentItemSchema.parse({
    id,
    date: '2026-03-02',
    slot: 'noon',
    title: `内容 ${id}`,
    assetIds: ['poster'],
    ...change,
  });
const send = (itemId: string, groupId: string, change: object = {}) =>
  contentSendSchema.parse({
    id: `${itemId}.${groupId}`,
    itemId,
    groupId,
    day: '2026-03-02',
    slot: 'noon',
    state: 'sent',
    at: 1,
    ...change,
  });

describe('sendings of a file', () => {
  it('come from the records, one for each group', () => {
    const sends = [send('a', 'east'), send('a', 'west'), send('a', 'north', { state: 'missed' })];
    expect(assetSends([item('a', { status: 'sent' })], sends)).toEqual([
      { assetId: 'poster', groupId: 'east', day: '2026-03-02', itemId: 'a', title: '内容 a' },
      { assetId: 'poster', groupId: 'west', day: '2026-03-02', itemId: 'a', title: '内容 a' },
    ]);
  });

  it('hold what went out then, not what the item holds now, also once the item is gone', () => {
    const sends = [
      send('a', 'east', { assetIds: ['old'] }),
      send('b', 'east', { assetIds: ['x'] }),
    ];
    expect(assetSends([item('a')], sends).map(({ assetId }) => assetId)).toEqual(['old', 'x']);
  });

  it('of an item marked sent without records count for the groups it was planned for', () => {
    const items = [
      item('a', { status: 'sent', groupIds: ['east', 'west'] }),
      item('b', { status: 'measured' }),
      item('c', { status: 'ready' }),
    ];
    expect(assetSends(items, []).map(({ groupId, itemId }) => [itemId, groupId])).toEqual([
      ['a', 'east'],
      ['a', 'west'],
      ['b', ALL_GROUPS],
    ]);
  });
});

describe('uses of a file', () => {
  it('count items that hold it and sendings, and tell the last day', () => {
    const items = [item('a', { status: 'sent', groupIds: ['east'] }), item('b')];
    const sends = assetSends(items, [send('a', 'east'), send('a', 'west', { day: '2026-03-05' })]);
    expect(assetUses(items, sends).get('poster')).toEqual({
      items: 2,
      sends: 2,
      lastSentDay: '2026-03-05',
    });
  });

  it('never count one item twice, however often it names the file', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), (assetIds) => {
        const uses = assetUses([{ assetIds }], []);
        for (const id of ['a', 'b', 'c'] as const) {
          expect(uses.get(id)?.items ?? 0).toBe(assetIds.includes(id) ? 1 : 0);
        }
      }),
    );
  });
});

describe('warnings before sending', () => {
  const poster = { id: 'poster', licence: { until: '2026-03-10' } };
  const sends = [
    { assetId: 'poster', groupId: 'east', day: '2026-02-01', itemId: 'x', title: '旧' },
    { assetId: 'poster', groupId: 'east', day: '2026-02-20', itemId: 'y', title: '新' },
    { assetId: 'poster', groupId: 'west', day: '2026-02-10', itemId: 'z', title: '西' },
    { assetId: 'other', groupId: 'east', day: '2026-02-25', itemId: 'w', title: '别的' },
  ];
  const bare = { id: 'poster' };

  it('name the latest time that the same group got it', () => {
    expect(assetWarnings(bare, item('a', { groupIds: ['east'] }), sends, false)).toEqual([
      { kind: 'sentInGroup', groupId: 'east', day: '2026-02-20', title: '新' },
    ]);
  });

  it('name every group for an item that is for all', () => {
    const warnings = assetWarnings(bare, item('a'), sends, false);
    expect(warnings.map((it) => it.kind === 'sentInGroup' && it.groupId)).toEqual(['east', 'west']);
  });

  it('leave out the item itself, what comes after its day and other groups', () => {
    const own = [
      { ...sends[0], itemId: 'a' },
      { ...sends[1], day: '2026-03-03' },
    ].map((it) => ({
      assetId: 'poster',
      groupId: 'east',
      day: it.day ?? '',
      itemId: it.itemId ?? '',
      title: '',
    }));
    expect(assetWarnings(bare, item('a', { groupIds: ['east'] }), own, false)).toEqual([]);
    expect(assetWarnings(bare, item('a', { groupIds: ['north'] }), sends, false)).toEqual([]);
  });

  it('count a sending to all groups for each of them', () => {
    const all = [
      { assetId: 'poster', groupId: ALL_GROUPS, day: '2026-02-20', itemId: 'y', title: '新' },
    ];
    expect(assetWarnings(bare, item('a', { groupIds: ['north'] }), all, false)).toHaveLength(1);
  });

  it("judge the licence on the item's day, not on today", () => {
    const kinds = (date: string) =>
      assetWarnings(poster, item('a', { date }), [], false).map(({ kind }) => kind);
    expect(kinds('2026-02-20')).toEqual([]);
    expect(kinds('2026-03-02')).toEqual(['licenceEndsSoon']);
    expect(kinds('2026-03-11')).toEqual(['licenceEnded']);
  });

  it('say first that the file is not here', () => {
    const [first] = assetWarnings(poster, item('a', { date: '2026-04-01' }), sends, true);
    expect(first).toEqual({ kind: 'missing' });
  });
});
