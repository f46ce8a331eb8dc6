import { type EntityName, entityNames } from '@shared/domain/registry';
import { libraryTag } from '@shared/domain/tags/tag-library';
import { columnValue, readUuid, writeUuid } from '../paged/columns';
import type { PageRecord } from '../paged/page';
import { spec } from '../schema';
import type { Inverse } from './changes';
import type { WriteTx } from './write-tx';

type Concerned = { ids: ReadonlySet<string>; ranges: readonly { lo: string; hi: string }[] };

/** Entities of which there are many and whose rows name a member; what is derived keeps nobody. */
const NAMING: readonly EntityName[] = entityNames.filter((entity) => {
  const { storage, scope } = spec(entity);
  if (scope === 'derived') return false;
  return entity !== 'tagAssignments' && storage.kind === 'paged' && 'memberId' in storage.hot;
});

/** The same among entities that are small enough to be read whole. */
const ABOUT_ONE = [
  'audits',
  'ruleEntries',
  'transferItems',
  'kocIncentives',
  'chatQuestions',
] as const;

/**
 * Those of an inverse's members and tags to whom something refers: orders, groups, tags, events,
 * audits, entries of the ledger, transfers, incentives or questions for people, bearers for tags.
 */
export async function idsInUse(
  tx: WriteTx,
  touched: Inverse['touched'],
  ranges: Inverse['removeRanges'],
): Promise<ReadonlySet<string>> {
  const concerned = { ids: new Set(touched.map(({ id }) => id)), ranges };
  const used = new Set<string>();
  const note = (id: unknown) => {
    if (typeof id === 'string' && isConcerned(concerned, id)) used.add(id);
  };
  const bounds = boundsOf(concerned);
  for (const entity of NAMING) {
    await tx.pages(entity).scanPages(false, ({ hot }) => noteMembers(hot, bounds, note));
  }
  await tx.scan('tagAssignments', ['memberId', 'tagId'], (row) => {
    note(row.memberId);
    // A ready-made tag is there without its row, so the row may go however many carry it.
    if (!libraryTag(String(row.tagId))) note(row.tagId);
  });
  for (const entity of ABOUT_ONE) {
    for (const { memberId } of await tx.all(entity)) note(memberId);
  }
  for (const { id } of await tx.all('kocs')) note(id);
  return used;
}

function isConcerned({ ids, ranges }: Concerned, id: string): boolean {
  return ids.has(id) || ranges.some(({ lo, hi }) => id >= lo && id <= hi);
}

type Bounds = { lo: Uint8Array; hi: Uint8Array } | undefined;

/** The bytes between which all ids concerned lie, so that few others become text. */
function boundsOf({ ids, ranges }: Concerned): Bounds {
  const all = [...ids, ...ranges.flatMap(({ lo, hi }) => [lo, hi])].sort();
  const lo = new Uint8Array(16);
  const hi = new Uint8Array(16);
  const isUuids = writeUuid(all[0] ?? '', lo, 0) && writeUuid(all[all.length - 1] ?? '', hi, 0);
  return isUuids ? { lo, hi } : undefined;
}

function noteMembers(hot: PageRecord, bounds: Bounds, note: (id: unknown) => void): void {
  const members = hot.c.memberId;
  if (!members) return;
  if (members.t !== 'uuid' || !bounds) {
    for (let i = 0; i < hot.n; i += 1) note(columnValue(members, i));
    return;
  }
  for (let i = 0; i < hot.n; i += 1) {
    const isWithin =
      compare(members.b, i * 16, bounds.lo) >= 0 && compare(members.b, i * 16, bounds.hi) <= 0;
    if (isWithin) note(readUuid(members.b, i * 16));
  }
}

function compare(bytes: Uint8Array, at: number, bound: Uint8Array): number {
  for (let k = 0; k < 16; k += 1) {
    const difference = (bytes[at + k] ?? 0) - (bound[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
