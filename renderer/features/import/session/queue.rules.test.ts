import type { ImportCounts } from '@shared/domain/import/import-batch.schema';
import { describe, expect, it } from 'vitest';
import type { Committed, OpenedFile } from '@/workers/import/import-types';
import {
  batchesOf,
  choicesLike,
  type Example,
  needsNobody,
  nextWaiting,
  type QueuedFile,
  queueOf,
  sumOf,
} from './queue.rules';

const named = (path: string, text = 'x') => {
  const name = path.split('/').pop() ?? path;
  return { file: new File([text], name, { lastModified: 1 }), path };
};

const ZERO: ImportCounts = {
  ...{ create: 0, update: 0, unchanged: 0, confirm: 0, rejected: 0 },
  ...{ total: 0, rows: 0, newMembers: 0 },
};

const committed = (batchId: string, counts: Partial<ImportCounts>): Committed => ({
  batchId,
  counts: { ...ZERO, ...counts },
  written: { members: counts.create ?? 0, orders: 0, updates: counts.update ?? 0 },
});

const opened = (part: Partial<OpenedFile>): OpenedFile => ({
  fileName: '名单.csv',
  kind: 'members',
  encoding: undefined,
  sheets: [],
  sheetIndex: 0,
  source: undefined,
  headerRow: 1,
  titles: ['姓名', '手机号', '自己的列'],
  mapping: ['name', 'phone', null],
  reasons: ['name', 'name', 'none'],
  betterKind: undefined,
  sample: [],
  dataRowCount: 1,
  missing: [],
  campaign: undefined,
  assumedAt: undefined,
  sameFileAt: undefined,
  ...part,
});

const example = (part: Partial<OpenedFile> = {}, mapping = ['name', 'phone', 'note']): Example => {
  const file = opened(part);
  return {
    kind: file.kind,
    opened: file,
    choices: {
      mapping: mapping as Example['choices']['mapping'],
      campaign: file.campaign,
      assumedAt: file.assumedAt,
      policies: { note: 'fill' },
      fixes: ['leave-phone-out'],
    },
  };
};

const KTT: OpenedFile['source'] = {
  id: 'kuaituantuan-orders',
  matched: 12,
  of: 13,
  missing: [],
  isSheetNamed: false,
  isFileNamed: false,
  confidence: 'certain',
};

describe('a queue of dropped files', () => {
  it('takes sheets in the order of their names and leaves other files aside, said so', () => {
    const queue = queueOf([
      named('今晚/10团.xlsx'),
      named('今晚/2团.CSV'),
      named('今晚/海报.png'),
      named('今晚/合同.pdf'),
    ]);
    expect(queue.filter(({ state }) => state === 'waiting').map(({ path }) => path)).toEqual([
      '今晚/2团.CSV',
      '今晚/10团.xlsx',
    ]);
    expect(queue.filter(({ state }) => state === 'skipped')).toHaveLength(2);
  });

  it('does not list what Excel and the system leave beside the sheets', () => {
    const queue = queueOf([named('~$名单.xlsx'), named('.DS_Store'), named('Thumbs.db')]);
    expect(queue).toEqual([]);
  });

  it('holds the same file once, and two files of one name in two folders twice', () => {
    const same = named('名单.xlsx');
    expect(queueOf([same, same])).toHaveLength(1);
    expect(queueOf([named('一/名单.xlsx'), named('二/名单.xlsx')])).toHaveLength(2);
  });

  it('goes on with the first file that nobody has looked at', () => {
    const queue = queueOf([named('1.csv'), named('2.csv'), named('3.csv')]);
    const begun = queue.map(
      (item, at): QueuedFile => (at === 0 ? { ...item, state: 'refused', problem: '' } : item),
    );
    expect(nextWaiting(begun)?.path).toBe('2.csv');
  });
});

describe('a file by the example of another', () => {
  it('takes over mapping, policies and fixes where the columns are the same', () => {
    const choices = choicesLike(example(), opened({ fileName: '另一份.csv' }));
    expect(choices).toMatchObject({
      mapping: ['name', 'phone', 'note'],
      policies: { note: 'fill' },
      fixes: ['leave-phone-out'],
    });
  });

  it('maps by title where a known export has its columns in another order', () => {
    const first = example({ source: KTT, titles: ['昵称', '电话'] }, ['name', 'phone']);
    const other = opened({
      source: KTT,
      titles: ['电话', '新列', '昵称'],
      mapping: [null, null, null],
    });
    expect(choicesLike(first, other)?.mapping).toEqual(['phone', null, 'name']);
  });

  it('leaves a column out that was left out in the example', () => {
    const first = example({ source: KTT }, ['name', 'phone']);
    const left = {
      ...first,
      choices: { ...first.choices, mapping: ['name', null, null] as never },
    };
    expect(choicesLike(left, opened({ source: KTT, titles: ['手机号', '姓名'] }))?.mapping).toEqual(
      [null, 'name'],
    );
  });

  it('asks for a look at other columns, another kind, or a sheet without a required column', () => {
    expect(choicesLike(example(), opened({ titles: ['姓名', '电话'] }))).toBeUndefined();
    expect(choicesLike(example(), opened({ kind: 'orders' }))).toBeUndefined();
    expect(choicesLike(example(), opened({ betterKind: 'orders' }))).toBeUndefined();
    expect(choicesLike(example({}, ['note', 'region']), opened({}))).toBeUndefined();
  });

  it('keeps the group buy and the day of each file, and asks where a file does not tell its own', () => {
    const first = example({ campaign: '一团', assumedAt: 1 });
    const own = choicesLike(first, opened({ campaign: '二团', assumedAt: 2 }));
    expect(own).toMatchObject({ campaign: '二团', assumedAt: 2 });
    expect(choicesLike(first, opened({ campaign: undefined }))).toBeUndefined();
  });

  it('goes through when nothing is to confirm, and stops at a file that is wrong as a whole', () => {
    expect(needsNobody({ ...ZERO, create: 3, rejected: 1, total: 4 })).toBe(true);
    expect(needsNobody({ ...ZERO, create: 3, confirm: 1, total: 4 })).toBe(false);
    expect(needsNobody({ ...ZERO, rejected: 4, total: 4 })).toBe(false);
  });
});

describe('what came of all files', () => {
  const [one, two, three] = queueOf([named('1.csv'), named('2.csv'), named('3.csv')]);
  if (!one || !two || !three) throw new Error('three files make three items');
  const queue: QueuedFile[] = [
    {
      ...one,
      state: 'done',
      kind: 'members',
      source: undefined,
      committed: committed('b1', { create: 2, unchanged: 1, rejected: 1 }),
    },
    {
      ...two,
      state: 'done',
      kind: 'members',
      source: undefined,
      committed: committed('', { unchanged: 4 }),
    },
    three,
  ];

  it('sums what was written, left alone and rejected', () => {
    expect(sumOf(queue)).toMatchObject({
      ...{ files: 3, done: 2, waiting: 1, members: 2, unchanged: 5, rejected: 1 },
    });
  });

  it('is taken back from the last to the first; what wrote nothing has nothing to take back', () => {
    const later: QueuedFile = {
      ...three,
      state: 'done',
      kind: 'members',
      source: undefined,
      committed: committed('b3', { create: 1 }),
    };
    const batches = batchesOf([...queue.slice(0, 2), later]);
    expect(batches.map(({ batchId }) => batchId)).toEqual(['b3', 'b1']);
  });
});
