import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import { greatestNotAbove } from '@/db/paged/page-set';
import { type FactColumns, groupByMember } from './fact-columns';

/** A fact that belongs to another member now. */
export type FactMove = { id: string; memberId: string };

/**
 * The moves of an operation that does nothing else to the entity, as a merge of two people does;
 * undefined when it does more, or when its changes are not in the header.
 */
export function movesOf(op: Op, entity: EntityName): FactMove[] | undefined {
  if (op.hasPayload) return undefined;
  const moves: FactMove[] = [];
  for (const change of op.changes) {
    if (change.entity !== entity) continue;
    const { set = {}, unset, gone, isNew } = change;
    const memberId = set.memberId;
    const isMove = typeof memberId === 'string' && Object.keys(set).length === 1;
    if (!isMove || gone || isNew || (unset && unset.length > 0)) return undefined;
    moves.push({ id: change.id, memberId });
  }
  return moves;
}

/** The same facts with some of them in other hands; undefined when one of them is not there. */
export function withMoves(facts: FactColumns, moves: readonly FactMove[]): FactColumns | undefined {
  const memberOf = facts.memberOf.slice();
  for (const { id, memberId } of moves) {
    const row = rowOf(facts, id);
    if (row < 0) return undefined;
    memberOf[row] = facts.members.addId(memberId);
  }
  return { ...facts, memberOf, ...groupByMember(facts.newestFirst, memberOf, facts.members.size) };
}

function rowOf(facts: FactColumns, id: string): number {
  const page = greatestNotAbove(facts.los, id);
  const column = facts.ids[page];
  const at = column ? placeInColumn(column, id) : -1;
  return at < 0 ? -1 : (facts.starts[page] ?? 0) + at;
}

function placeInColumn(column: Column, id: string): number {
  let low = 0;
  let high = columnLength(column) - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const at = String(columnValue(column, mid));
    if (at === id) return mid;
    if (at < id) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
