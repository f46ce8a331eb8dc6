import type { TagChange } from '@shared/domain/tags/member-tags.schema';
import { stringify as stringifyUuid } from 'uuid';
import { isManyLines } from '@/db/derived/tag-results';
import { encodeColumn } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { newIds } from '@/db/write/new-ids';
import type { IdTable } from '../index/id-table';
import type { TagTurn } from './tag-book';

const PAGE = 4096;
const KEPT_DAYS = 180;
const DAY_MS = 86_400_000;

/** Lines of the log as they are written: few as rows, many packed in pages of their own. */
export function logLines(
  turns: readonly TagTurn[],
  at: number,
  rows: IdTable,
): { log: TagChange[] } | { logPages: PageRecord[] } {
  const ids = newIds(turns.length);
  if (isManyLines(turns.length)) {
    const logPages: PageRecord[] = [];
    for (let from = 0; from < turns.length; from += PAGE) {
      const part = turns.slice(from, from + PAGE);
      logPages.push(logPage(part, ids.slice(from * 16, (from + part.length) * 16), at, rows));
    }
    return { logPages };
  }
  return {
    log: turns.map(({ row, tagId, isOn }, i) => ({
      id: stringifyUuid(ids, i * 16),
      memberId: rows.idOf(row),
      tagId,
      isOn: isOn ? 1 : 0,
      at,
    })),
  };
}

function logPage(
  turns: readonly TagTurn[],
  ids: Uint8Array,
  at: number,
  rows: IdTable,
): PageRecord {
  return {
    lo: stringifyUuid(ids, 0),
    hi: stringifyUuid(ids, (turns.length - 1) * 16),
    n: turns.length,
    c: {
      id: { t: 'uuid', b: ids },
      memberId: encodeColumn(
        'uuid',
        turns.map(({ row }) => rows.idOf(row)),
      ),
      tagId: encodeColumn(
        'code',
        turns.map(({ tagId }) => tagId),
      ),
      isOn: { t: 'i32', v: Int32Array.from(turns, ({ isOn }) => (isOn ? 1 : 0)) },
      at: encodeColumn('number', new Array(turns.length).fill(at)),
      batchId: encodeColumn('code', new Array(turns.length).fill(undefined)),
    },
  };
}

/** Ids carry their time: whatever is below this one is older than the log reaches. */
export function oldestKept(now: number): string {
  const hex = Math.max(0, now - KEPT_DAYS * DAY_MS)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
