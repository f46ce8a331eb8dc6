import { type ColumnMapping, missingFields } from '@shared/domain/import/columns/fields';
import type { ImportCounts, ImportKind } from '@shared/domain/import/import-batch.schema';
import type { Committed, OpenedFile, PlanChoices } from '@/workers/import/import-types';

export type FileState =
  | { state: 'waiting' }
  /** In hand now: read, compared, or before a person's decision. */
  | { state: 'open' }
  | { state: 'done'; kind: ImportKind; source: string | undefined; committed: Committed }
  | { state: 'refused'; problem: string }
  /** No sheet: a picture or a document that lay in the same folder. */
  | { state: 'skipped' };

export type QueuedFile = { id: string; file: File; path: string } & FileState;

const SHEET_NAMES = /\.(?:xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i;
/** What Excel leaves beside an open workbook, and what systems put into every folder. */
const BY_PRODUCTS = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)/i;

/** Names one file of one state: the same file twice in a row is one. */
function idOf(path: string, { size, lastModified }: File): string {
  return `${path}/${size}/${lastModified}`;
}

/** Files as they were dropped or chosen, made a queue in the order of their names. */
export function queueOf(files: readonly { file: File; path: string }[]): QueuedFile[] {
  const queue = new Map<string, QueuedFile>();
  const byPath = [...files].sort((a, b) =>
    a.path.localeCompare(b.path, 'zh-CN', { numeric: true }),
  );
  for (const { file, path } of byPath) {
    if (BY_PRODUCTS.test(file.name)) continue;
    const id = idOf(path, file);
    const state = SHEET_NAMES.test(file.name) ? 'waiting' : 'skipped';
    queue.set(id, { id, file, path, state });
  }
  return [...queue.values()];
}

export function nextWaiting(queue: readonly QueuedFile[]): QueuedFile | undefined {
  return queue.find((item) => item.state === 'waiting');
}

/** How a file was taken, for those that look the same. */
export type Example = { kind: ImportKind; opened: OpenedFile; choices: PlanChoices };

/**
 * The choices that carry a file through by the example of another, or undefined where a person has
 * to look: another kind of file, other columns, or something that the example did not have to answer.
 */
export function choicesLike(example: Example, opened: OpenedFile): PlanChoices | undefined {
  if (opened.kind !== example.kind || opened.betterKind !== undefined) return undefined;
  if (example.choices.campaign !== undefined && opened.campaign === undefined) return undefined;
  const mapping = mappingLike(example, opened);
  if (!mapping || missingFields(opened.kind, mapping).length > 0) return undefined;
  // The group buy and the day are each file's own.
  return {
    ...example.choices,
    mapping,
    campaign: opened.campaign,
    assumedAt: opened.assumedAt,
  };
}

/** Column by column where the titles are the same, by title in another version of one export. */
function mappingLike(
  { opened: known, choices }: Example,
  opened: OpenedFile,
): ColumnMapping | undefined {
  const { titles } = opened;
  if (titles.length === known.titles.length && titles.every((it, at) => it === known.titles[at])) {
    return choices.mapping;
  }
  if (!known.source || known.source.id !== opened.source?.id) return undefined;
  const fields = new Map(known.titles.map((title, at) => [title, choices.mapping[at] ?? null]));
  return titles.map(
    (title, at) => fields.get(title) ?? (fields.has(title) ? null : (opened.mapping[at] ?? null)),
  );
}

/** Nothing to decide, and not a file that is wrong from top to bottom. */
export function needsNobody(counts: ImportCounts): boolean {
  return counts.confirm === 0 && counts.rejected < counts.total;
}

export type QueueSum = {
  files: number;
  done: number;
  refused: number;
  skipped: number;
  waiting: number;
  members: number;
  orders: number;
  /** Of the smaller kinds. */
  records: number;
  updates: number;
  unchanged: number;
  rejected: number;
};

/** What came of all files together. */
export function sumOf(queue: readonly QueuedFile[]): QueueSum {
  const sum: QueueSum = {
    files: queue.length,
    done: 0,
    refused: 0,
    skipped: 0,
    waiting: 0,
    members: 0,
    orders: 0,
    records: 0,
    updates: 0,
    unchanged: 0,
    rejected: 0,
  };
  for (const item of queue) {
    if (item.state === 'open') sum.waiting += 1;
    else sum[item.state] += 1;
    if (item.state !== 'done') continue;
    const { written, counts } = item.committed;
    sum.members += written.members;
    sum.orders += written.orders;
    sum.records += written.records ?? 0;
    sum.updates += written.updates;
    sum.unchanged += counts.unchanged;
    sum.rejected += counts.rejected;
  }
  return sum;
}

/** The imports of a queue, newest first: what came last is taken back first. */
export function batchesOf(queue: readonly QueuedFile[]): { id: string; batchId: string }[] {
  return queue
    .flatMap((item) =>
      item.state === 'done' && item.committed.batchId !== ''
        ? [{ id: item.id, batchId: item.committed.batchId }]
        : [],
    )
    .reverse();
}
