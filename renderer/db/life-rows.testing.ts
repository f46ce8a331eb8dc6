import type { Tx } from './command';

const at = Date.UTC(2026, 9, 1);
const day = '2026-10-01';

/** One row in every store of the life of groups; `memberId` is whoever they are about. */
export async function leaveLifeRows(tx: Tx, memberId: string): Promise<void> {
  const group = { groupId: 'g1', day };
  await tx.create('groups', { id: 'g1', name: '一群', openedAt: 0 });
  await tx.create('groupEvents', { id: 'ev1', groupId: 'g1', at, kind: 'note' });
  await tx.create('rosterLists', { id: 'l1', ...group, at, total: 1, joinedIds: [memberId] });
  await tx.create('groupDays', { id: `g1.${day}`, ...group, messages: 3 });
  await tx.create('groupInputs', { id: 'in1', ...group, kind: 'hours', hours: 2 });
  await tx.create('groupReadings', { id: 're1', ...group, kind: 'known', n: 20, k: 9 });
  const action = { kind: 'topic', title: '晒早餐' } as const;
  await tx.create('friendActions', { id: 'fa1', ...group, ...action, memberIds: [memberId] });
  const rule = { polarity: 'encouraged', text: '晒单', consequence: 'gift' } as const;
  await tx.create('groupRules', { id: 'ru1', ...rule });
  const plan = { fromGroupId: 'g1', state: 'inviting', createdAt: at } as const;
  await tx.create('transferPlans', { id: 'tp1', ...plan });
  await tx.create('replies', { id: 'rp1', keyword: '到货', answer: '三点', changedAt: at });
  await tx.create('replyUses', { id: 'us1', replyId: 'rp1', at, day });
  for (const entity of PERSONAL) await leavePersonalRow(tx, entity, memberId);
}

/** Stores of records that are about one person. */
export const PERSONAL = [
  'ruleEntries',
  'transferItems',
  'kocs',
  'kocIncentives',
  'chatQuestions',
] as const;
type Personal = (typeof PERSONAL)[number];

export async function leavePersonalRow(tx: Tx, entity: Personal, memberId: string): Promise<void> {
  const rows = {
    ruleEntries: { id: 'en1', groupId: 'g1', memberId, kind: 'reward', what: '晒单', at },
    transferItems: { id: `tp1.${memberId}`, planId: 'tp1', memberId, state: 'planned', at },
    kocs: { id: memberId, state: 'active', since: at },
    kocIncentives: { id: 'gi1', memberId, kind: 'goods', what: '一箱橙子', at },
    chatQuestions: {
      id: 'qu1',
      groupId: 'g1',
      memberId,
      text: '几点到？',
      askedAt: at,
      state: 'open',
    },
  };
  await tx.create(entity, rows[entity] as never);
}
