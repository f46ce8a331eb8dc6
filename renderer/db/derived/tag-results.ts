import type { MemberTags, TagChange } from '@shared/domain/tags/member-tags.schema';
import type { ConsoleDb } from '../db';
import { type AnyRow, decodeRow, type PagePair, type PageRecord } from '../paged/page';
import { PageSet } from '../paged/page-set';
import { hotPages, inTransaction, meta, type TableSource } from '../tables';
import { marksOfMember, marksWhere } from './member-marks';

/**
 * What rules give is derived: it is written here, beside the write door, never as an operation, and
 * neither undo nor the journal knows of it. Whatever is lost is worked out again.
 */
export type TagState = {
  /** Up to which operation, and for which business day, the results hold. */
  seq: number;
  today: number;
  /** UTC ms. */
  workedOutAt: number;
  tookMs: number;
  members: number;
  /** What each tag's rule came to when it was worked out, to see which changed. */
  keys: Record<string, number>;
  failed: { tagId: string; remark: { path: number[]; code: string; isError: boolean } }[];
  /** Grows whenever somebody gained or lost a tag. */
  version: number;
};

const STATE = 'tagResults';
const RESULTS = 'memberTags';
const LOG = 'tagChanges';
/** More lines than this lie in pages of their own, fewer join the last page. */
const MANY_LINES = 1024;
/** However much changes, the log stays within about a million lines. */
const MOST_LOG_PAGES = 256;

export async function readTagState(db: TableSource): Promise<TagState | undefined> {
  return (await meta(db).get(STATE))?.value as TagState | undefined;
}

export function readTagPages(db: TableSource): Promise<PageRecord[]> {
  return hotPages(db, RESULTS).orderBy(':id').toArray();
}

export type TagWriting = {
  state: TagState;
  /** All results anew, as pages in order of id … */
  pages?: readonly PageRecord[];
  /** … or those of the members that changed, and of whom nothing is left; both ascending. */
  changed?: readonly MemberTags[];
  gone?: readonly string[];
  /** Packed lines of the log, or few of them as rows; ids ascend. */
  logPages?: readonly PageRecord[];
  log?: readonly TagChange[];
  /** Log lines with ids below this one are too old to keep. */
  forgetBelow: string;
};

/** Writes what was worked out, in one transaction of its own. */
export function writeTagResults(db: ConsoleDb, writing: TagWriting): Promise<void> {
  return inTransaction(db, [RESULTS, LOG, 'meta'], async (within) => {
    if (writing.pages) {
      await hotPages(within, RESULTS).clear();
      await hotPages(within, RESULTS).bulkPut([...writing.pages]);
    } else {
      const results = new PageSet(within, RESULTS);
      await results.upsertSorted((writing.changed ?? []) as unknown as AnyRow[]);
      for (const id of writing.gone ?? []) await results.remove(id);
      await results.flush();
    }
    await writeLog(within, writing);
    await meta(within).put({ key: STATE, value: writing.state });
  });
}

async function writeLog(within: TableSource, { logPages, log, forgetBelow }: TagWriting) {
  if (logPages && logPages.length > 0) await hotPages(within, LOG).bulkPut([...logPages]);
  if (log && log.length > 0) {
    const set = new PageSet(within, LOG);
    await set.upsertSorted(log as unknown as AnyRow[]);
    await set.flush();
  }
  const keys = await hotPages(within, LOG).toCollection().primaryKeys();
  const old = keys.filter((_, k) => {
    const next = keys[k + 1];
    return next !== undefined && (next <= forgetBelow || k < keys.length - MOST_LOG_PAGES);
  });
  if (old.length > 0) await hotPages(within, LOG).bulkDelete(old);
}

export const isManyLines = (lines: number): boolean => lines > MANY_LINES;

/** Takes people who were erased out of the results and the log. */
export function forgetInTags(db: ConsoleDb, isGone: (memberId: string) => boolean): Promise<void> {
  return inTransaction(db, [RESULTS, LOG], async (within) => {
    for (const [store, field] of [
      [RESULTS, 'id'],
      [LOG, 'memberId'],
    ] as const) {
      const set = new PageSet(within, store);
      const judge = ({ hot }: PagePair) => marksWhere(hot, field, isGone);
      await set.take('', '\uffff', judge, async () => undefined);
      await set.flush();
    }
  });
}

/** One member's log, oldest first. */
export async function readTagLog(db: TableSource, memberId: string): Promise<TagChange[]> {
  const found: TagChange[] = [];
  const keys = await hotPages(db, LOG).toCollection().primaryKeys();
  for (const lo of keys) {
    const page = await hotPages(db, LOG).get(lo);
    const marks = page && marksOfMember(page, memberId);
    if (!page || !marks?.includes(1)) continue;
    marks.forEach((mark, i) => {
      if (mark === 1) found.push(decodeRow(page, undefined, i) as unknown as TagChange);
    });
  }
  return found;
}
