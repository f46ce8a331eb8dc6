import { growthFactsOf } from '@shared/domain/growth/growth-facts';
import { type GrowthLedger, growthLedger } from '@shared/domain/growth/growth-ledger';
import {
  type GrowthSettings,
  readGrowthSettings,
} from '@shared/domain/growth/growth-settings.schema';
import type { Member } from '@shared/domain/members/member.schema';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { madeAt } from '@shared/lib/record-ids';
import { dayNumber, dayOf } from '@shared/lib/time';
import type { Tx } from '@/db/command';

/** Everything that a member's ledger is worked out from. */
export const LEDGER_STORES = [
  'members',
  'orders',
  'interactions',
  'growthEntries',
  'modelSettings',
] as const satisfies readonly EntityName[];

/** The member and their ledger as a command sees them, of this very moment. */
export async function ledgerWithin(
  tx: Tx,
  memberId: string,
): Promise<{ member: Member; ledger: GrowthLedger; settings: GrowthSettings }> {
  const member = await tx.get('members', memberId);
  if (!member) throw new ExpectedError('member-not-found');
  const settings = await settingsWithin(tx);
  const [orderIds, eventIds] = [
    (await tx.idsOf('orders', [memberId])).get(memberId) ?? [],
    (await tx.idsOf('interactions', [memberId])).get(memberId) ?? [],
  ];
  const orders = await tx.getMany('orders', orderIds);
  const interactions = await tx.getMany('interactions', eventIds);
  const facts = growthFactsOf(
    {
      joinedAt: member.joinedAt,
      madeAt: madeAt(memberId),
      orders: orders.filter((order) => order !== undefined),
      interactions: interactions.filter((event) => event !== undefined),
      entries: await tx.findBy('growthEntries', 'memberId', memberId),
    },
    DEFAULT_TIME_ZONE,
  );
  const today = dayNumber(dayOf(tx.now, DEFAULT_TIME_ZONE));
  return { member, settings, ledger: growthLedger(facts, settings, today) };
}

export async function settingsWithin(tx: Tx): Promise<GrowthSettings> {
  return readGrowthSettings((await tx.get('modelSettings', 'growth'))?.settings);
}
