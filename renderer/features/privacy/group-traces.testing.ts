import type { Tx } from '@/db/command';

/** Words in what groups keep of a person, each found nowhere else. */
export const GROUP_TRACES = [
  '晒单送橙子',
  '下周想搬群',
  '几点能取虾',
  '会拍照会分享',
  '两张代金券',
  '三号楼小洁',
] as const;

type Traced = { memberId: string; other: string; name: string };

/** What groups keep of a person: ledger, transfer, questions, KOC, lists and actions. */
export async function leaveGroupTraces(tx: Tx, { memberId, other, name }: Traced): Promise<void> {
  await tx.create('ruleEntries', {
    id: 'entry-1',
    groupId: 'g1',
    memberId,
    kind: 'reward',
    what: GROUP_TRACES[0],
    at: 1_790_812_800_000,
  });
  await tx.create('transferItems', {
    id: `plan-1.${memberId}`,
    planId: 'plan-1',
    memberId,
    state: 'declined',
    reason: GROUP_TRACES[1],
    at: 1_790_812_800_000,
  });
  await tx.create('chatQuestions', {
    id: 'question-1',
    groupId: 'g1',
    memberId,
    text: GROUP_TRACES[2],
    askedAt: 1_790_812_800_000,
    state: 'open',
  });
  // Somebody else's question stays, without the one who answered by the name of the group.
  await tx.create('chatQuestions', {
    id: 'question-2',
    groupId: 'g1',
    asker: '赵六',
    text: '草莓还有吗',
    askedAt: 1_790_812_800_000,
    state: 'answered',
    answeredAt: 1_790_812_860_000,
    answeredBy: GROUP_TRACES[5],
  });
  await tx.create('kocs', {
    id: memberId,
    state: 'candidate',
    since: 1_790_812_800_000,
    strengths: GROUP_TRACES[3],
  });
  await tx.create('kocIncentives', {
    id: 'gift-1',
    memberId,
    kind: 'goods',
    what: GROUP_TRACES[4],
    at: 1_790_812_800_000,
  });
  await tx.create('rosterLists', {
    id: 'roster-1',
    groupId: 'g1',
    day: '2026-10-01',
    at: 1_790_812_800_000,
    total: 2,
    joinedIds: [memberId, other],
    unknown: [name, GROUP_TRACES[5], '赵六'],
  });
  // Two others were merged: their merge keeps the list as it was.
  const list = { id: 'roster-1', joinedIds: [memberId, other], unknown: [GROUP_TRACES[5], '赵六'] };
  const somebody = {
    id: 'nobody-here',
    name: '钱七',
    identity: 'unknown',
    source: 'import',
  } as const;
  await tx.create('memberMerges', {
    id: 'merge-of-others',
    keptId: other,
    goneId: somebody.id,
    kept: { ...somebody, id: other },
    gone: somebody,
    result: { ...somebody, id: other },
    moved: {
      orders: [],
      interactions: [],
      funnelEvents: [],
      comments: [],
      riskEntries: [],
    },
    rows: [{ entity: 'rosterLists', id: 'roster-1', before: list, after: list }],
    at: 1_790_812_800_000,
  });
  await tx.create('friendActions', {
    id: 'action-1',
    groupId: 'g1',
    day: '2026-10-01',
    kind: 'publicPraise',
    title: '本周之星',
    memberIds: [other, memberId],
  });
}
