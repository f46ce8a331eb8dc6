import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentSend } from '@shared/domain/calendar/send.schema';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import type { Asset } from './asset.schema';
import { type Licence, licenceOn } from './licence.rules';

type SentItem = Pick<ContentItem, 'id' | 'title' | 'date' | 'groupIds' | 'status' | 'assetIds'>;
type Sending = Pick<ContentSend, 'itemId' | 'groupId' | 'day' | 'state' | 'assetIds' | 'title'>;

/** One file that went out in one group (or in all of them) on a day. */
export type AssetSend = {
  assetId: string;
  /** A group, or `ALL_GROUPS`. */
  groupId: string;
  day: string;
  itemId: string;
  title: string;
};

/**
 * Every sending of every file. What a sending holds itself comes before what its item holds now; an
 * item marked sent of which no sending is recorded counts for the groups it was planned for.
 */
export function assetSends(items: readonly SentItem[], sends: readonly Sending[]): AssetSend[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const recorded = new Set<string>();
  const found: AssetSend[] = [];
  for (const { itemId, groupId, day, state, assetIds, title } of sends) {
    recorded.add(itemId);
    if (state !== 'sent') continue;
    const item = byId.get(itemId);
    for (const assetId of new Set(assetIds ?? item?.assetIds ?? [])) {
      found.push({ assetId, groupId, day, itemId, title: item?.title ?? title ?? '' });
    }
  }
  for (const { id, title, date, groupIds, status, assetIds } of items) {
    if (recorded.has(id) || (status !== 'sent' && status !== 'measured')) continue;
    const targets = groupIds.length > 0 ? groupIds : [ALL_GROUPS];
    for (const assetId of new Set(assetIds ?? [])) {
      for (const groupId of targets) {
        found.push({ assetId, groupId, day: date, itemId: id, title });
      }
    }
  }
  return found;
}

export type AssetUse = {
  /** Items that hold the file now. */
  items: number;
  /** Sendings, one for each group. */
  sends: number;
  lastSentDay?: string;
};

/** How often each file is used, by its id; files that nothing uses are not in it. */
export function assetUses(
  items: readonly Pick<ContentItem, 'assetIds'>[],
  sends: readonly AssetSend[],
): Map<string, AssetUse> {
  const uses = new Map<string, AssetUse>();
  const entryOf = (assetId: string): AssetUse => {
    const use = uses.get(assetId) ?? { items: 0, sends: 0 };
    uses.set(assetId, use);
    return use;
  };
  for (const { assetIds } of items) {
    for (const assetId of new Set(assetIds ?? [])) entryOf(assetId).items += 1;
  }
  for (const { assetId, day } of sends) {
    const use = entryOf(assetId);
    use.sends += 1;
    if (use.lastSentDay === undefined || day > use.lastSentDay) use.lastSentDay = day;
  }
  return uses;
}

export type AssetWarning =
  | { kind: 'missing' }
  | { kind: 'licenceEnded'; until: string }
  | { kind: 'licenceEndsSoon'; until: string; daysLeft: number }
  | { kind: 'sentInGroup'; groupId: string; day: string; title: string };

const licenceWarning = ({ state, until, daysLeft }: Licence): AssetWarning[] => {
  if (until === undefined || daysLeft === undefined) return [];
  if (state === 'ended') return [{ kind: 'licenceEnded', until }];
  return state === 'endsSoon' ? [{ kind: 'licenceEndsSoon', until, daysLeft }] : [];
};

/**
 * What speaks against sending a file with an item: the file is not here, its licence does not reach
 * the item's day, or the same group got it before with another item (the latest time for each group;
 * an item without groups is for all of them). Warnings only; nothing is refused.
 */
export function assetWarnings(
  asset: Pick<Asset, 'id' | 'licence'>,
  item: Pick<ContentItem, 'id' | 'date' | 'groupIds'>,
  sends: readonly AssetSend[],
  isMissing: boolean,
): AssetWarning[] {
  const latest = new Map<string, AssetSend>();
  for (const send of sends) {
    if (send.assetId !== asset.id || send.itemId === item.id || send.day > item.date) continue;
    const isMeant =
      item.groupIds.length === 0 ||
      send.groupId === ALL_GROUPS ||
      item.groupIds.includes(send.groupId);
    const known = latest.get(send.groupId);
    if (isMeant && (known === undefined || send.day > known.day)) latest.set(send.groupId, send);
  }
  return [
    ...(isMissing ? [{ kind: 'missing' } as const] : []),
    ...licenceWarning(licenceOn(asset, item.date)),
    ...[...latest.values()]
      .sort((a, b) => b.day.localeCompare(a.day))
      .map(({ groupId, day, title }) => ({ kind: 'sentInGroup', groupId, day, title }) as const),
  ];
}
