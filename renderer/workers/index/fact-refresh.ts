import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { greatestNotAbove } from '@/db/paged/page-set';
import { hotPages } from '@/db/tables';
import { assemble, type FactColumns, type FactPart, type FactSpec, partOf } from './fact-columns';

/** From here on reading all again is hardly slower. */
const MOST_IDS = 2000;

/** Facts as of an earlier commit, and which rows were touched since. */
export type StaleFacts = { facts: FactColumns; ids: readonly string[] };

/** Also what this operation touched; undefined where its changes are not in its header, or too many. */
export function touchedBy(
  { facts, ids }: StaleFacts,
  op: Op,
  entity: EntityName,
): StaleFacts | undefined {
  if (op.hasPayload) return undefined;
  const touched = op.changes.flatMap((change) => (change.entity === entity ? [change.id] : []));
  return ids.length + touched.length > MOST_IDS ? undefined : { facts, ids: [...ids, ...touched] };
}

/**
 * The present facts, with only those pages read that may have changed: the ones that a touched row
 * lay on or lies on now, and new ones. No page ever takes over rows of a neighbour, so that the
 * others hold what they held.
 */
export async function refreshFacts(
  db: ConsoleDb,
  spec: FactSpec,
  { facts, ids }: StaleFacts,
): Promise<FactColumns> {
  const table = hotPages(db, spec.entity);
  const los = (await table.toCollection().primaryKeys()) as string[];
  const changed = new Set(
    ids.flatMap((id) => [pageAt(los, id), pageAt(facts.los, id)].filter((lo) => lo !== undefined)),
  );
  const pageOf = new Map(facts.los.map((lo, page) => [lo, page]));
  const toRead = los.filter((lo) => changed.has(lo) || !pageOf.has(lo));
  const read = new Map((await table.bulkGet(toRead)).map((page) => [page?.lo, page]));
  const parts = los.flatMap((lo) => {
    const known = pageOf.get(lo);
    if (known !== undefined && !changed.has(lo)) return [keptPart(facts, known)];
    const page = read.get(lo);
    return page?.c.id && page.c.memberId ? [partOf(page, spec, facts.members)] : [];
  });
  return assemble(parts, facts.members, spec);
}

const pageAt = (los: string[], id: string): string | undefined => los[greatestNotAbove(los, id)];

/** A page as the columns hold it, without copying. */
function keptPart(facts: FactColumns, page: number): FactPart {
  const [from, to] = [facts.starts[page] ?? 0, facts.starts[page + 1] ?? 0];
  const columns: FactPart['columns'] = {};
  for (const [field, values] of Object.entries(facts.numbers)) {
    const v = values.subarray(from, to);
    columns[field] = v instanceof Int32Array ? { t: 'i32', v } : { t: 'f64', v };
  }
  for (const [field, codes] of Object.entries(facts.codes)) {
    columns[field] = { t: 'code', d: codes.values, x: codes.of.subarray(from, to) };
  }
  const id = facts.ids[page];
  return {
    lo: facts.los[page] ?? '',
    n: to - from,
    members: facts.memberOf.subarray(from, to),
    at: { t: 'f64', v: facts.at.subarray(from, to) },
    columns: { ...columns, ...(id && { id }) },
  };
}
