import type { EntityName } from '@shared/domain/registry';
import type { Hlc } from '@shared/sync/clock';
import type { RowChange } from '@shared/sync/op';
import { type Column, columnLength, columnValue } from '../../paged/columns';
import { decodePage, type PagePair } from '../../paged/page';
import { spec } from '../../schema';
import { removeIds } from '../../write/bulk-remove';
import { stampBirths, textsOf } from '../../write/stamp-changes';
import type { WriteTx } from '../../write/write-tx';
import type { Poison, RecordMerger } from './record-merger';

/** What an operation did to one record goes to `merge`, which says why it was kept out, if it was. */
type MergeRow = (change: RowChange) => Promise<void>;

/** Takes pages of new records, and lists of removed ones, as they are where nothing else is known of them. */
export class PageMerger {
  constructor(
    private readonly tx: WriteTx,
    private readonly records: RecordMerger,
  ) {}

  async created(
    entity: EntityName,
    pair: PagePair,
    at: Hlc,
    merge: MergeRow,
  ): Promise<Poison | undefined> {
    if (!isPage(entity, pair)) return { code: 'record-unfit', data: { what: entity, id: '' } };
    const { book } = this.records;
    const { lo, hi } = pair.hot;
    const erased = await this.records.erased();
    const isUnknown = !erased.isIn(entity, pair) && !(await book.hasWithin(entity, lo, hi));
    const pages = this.tx.pages(entity);
    if (isUnknown && (await pages.lay(pair))) {
      await pages.settle();
      await this.tx.laid(entity, pair);
      await stampBirths(book, entity, pair.hot, at);
      return undefined;
    }
    for (const { id, ...set } of decodePage(pair.hot, pair.cold)) {
      await merge({ entity, id, set, isNew: true });
    }
    return undefined;
  }

  async removed(
    entity: EntityName,
    ids: Column,
    at: Hlc,
    merge: MergeRow,
  ): Promise<Poison | undefined> {
    const texts = isPaged(entity) ? textsOf(ids) : [];
    const [first] = texts;
    const last = texts[texts.length - 1];
    if (first === undefined || last === undefined || !isAscending(texts)) {
      return { code: 'record-unfit', data: { what: entity, id: '' } };
    }
    const { book } = this.records;
    if (await book.hasWithin(entity, first, last)) {
      for (const id of texts) await merge({ entity, id, gone: true });
      return undefined;
    }
    await removeIds(this.tx, entity, ids);
    await book.layFor(entity, ids, { since: at, isGone: true });
    return undefined;
  }
}

const isPaged = (entity: EntityName) => spec(entity).storage.kind === 'paged';

const isAscending = (ids: readonly string[]) =>
  ids.every((id, i) => id !== '' && (i === 0 || (ids[i - 1] ?? '') < id));

/** Whether it is a page as this console packs them: its ids ascend within its range, columns are as long as it says. */
function isPage(entity: EntityName, { hot, cold }: PagePair): boolean {
  if (!isPaged(entity) || !hot?.c?.id) return false;
  try {
    const ids = textsOf(hot.c.id);
    const [first = ''] = ids;
    const isWithin = hot.lo <= first && ids[ids.length - 1] === hot.hi && hot.lo !== '';
    const columns = [hot, ...(cold ? [cold] : [])].flatMap(({ c }) => Object.values(c));
    const isEven =
      columns.every((column) => columnLength(column) >= hot.n) &&
      ids.length === hot.n &&
      (!cold || (cold.n === hot.n && cold.lo === hot.lo));
    // The last of each column can be read, so what is before it can.
    for (const column of columns) columnValue(column, hot.n - 1);
    return hot.n > 0 && isWithin && isEven && isAscending(ids);
  } catch {
    return false;
  }
}
