import { columnsOf, type ExportList } from '@shared/domain/export/export-lists';
import { lineText, valueText } from '@shared/domain/import/cells/text-cell';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { Tx } from '@/db/command';
import type { ConsoleDb } from '@/db/db';
import { commandOf, openTestDoor } from '@/db/test-db';
import type { ExportFormat, ExportJob } from '@/workers/export/export-types';
import { runExport } from '@/workers/export/run-export';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';

type Drawn<From> = From extends fc.Arbitrary<infer Value> ? Value : never;

const quiet = () => undefined;

async function filled(work: (tx: Tx) => Promise<void>) {
  const { db, door } = await openTestDoor();
  const entities = ['members', 'orders', 'memberStats', 'tags', 'tagAssignments'] as const;
  await door.run(commandOf([...entities], work), {});
  return db;
}

type Way = { list: ExportList; kind: ImportKind; format: ExportFormat; language: 'zh' | 'en' };

/** Exports the whole list and compares the file with what is stored. */
async function changesOf(db: ConsoleDb, { list, kind, format, language }: Way) {
  const job: ExportJob = {
    list,
    columns: columnsOf(list).map((column) => column.key),
    format,
    language,
    isMasked: false,
    words: {
      sheetName: '导出',
      cutMark: '…',
      maskedMark: '',
      ofValue: wordsMessages[language],
    },
    scope: {},
    ids: undefined,
  };
  const { bytes } = await runExport(db, job, quiet);
  const service = new ImportService(
    db,
    async (file, name) => readSheets(file, name),
    async () => {
      throw new Error('nothing is to be written');
    },
  );
  const file = new File([bytes], `导出.${format}`, { lastModified: Date.UTC(2026, 10, 22) });
  const { mapping, campaign, assumedAt } = await service.open(file, kind, quiet);
  const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
  const { counts } = await service.plan(choices, quiet);
  const { rows } = service.planRows({ kind: 'all' }, 0, 20);
  const changed = rows.filter(({ action }) => action !== 'unchanged');
  return {
    counts,
    changed: changed.map((row) => [row.action, row.title, row.changes, row.reason]),
  };
}

const NOTHING = { create: 0, update: 0, confirm: 0, rejected: 0 };
const FORMATS = ['xlsx', 'csv'] as const;
const LANGUAGES = ['zh', 'en'] as const;
const WAYS = FORMATS.flatMap((format) => LANGUAGES.map((language) => ({ format, language })));

/** Text as an import stores it: what people type is tidied on the way in. */
const oneLine = (max: number) =>
  fc
    .oneof(
      fc.stringMatching(/^[\p{Script=Han}a-zA-Z0-9·（）#&<>=+@,;"'-]{1,12}$/u),
      fc.constantFrom(
        '=SUM(A1)',
        '+1',
        '-5度',
        '@全体',
        '＝1',
        '1E10',
        '2026-11-22',
        '0012',
        'a"b',
      ),
    )
    .map((text) => lineText(text).slice(0, max))
    .filter((text) => text !== '' && lineText(text) === text);

const paragraphs = fc
  .array(oneLine(40), { minLength: 1, maxLength: 3 })
  .map((lines) => valueText(lines.join('\n')))
  .filter((text) => text !== '' && valueText(text) === text);

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const moment = fc
  .integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);
const fen = fc.integer({ min: 0, max: 900_000_00 });
const id = fc.stringMatching(/^[a-z][a-z0-9_]{5,12}$/);

const member = fc.record({
  name: oneLine(50),
  wechatId: maybe(id),
  groupNickname: maybe(oneLine(50)),
  identity: fc.constantFrom('store', 'online', 'consumer', 'unknown'),
  gender: maybe(fc.constantFrom('female', 'male')),
  channel: maybe(oneLine(30)),
  region: maybe(oneLine(30)),
  address: maybe(oneLine(60)),
  birthday: maybe(fc.constantFrom('1990-02-28', '1969-12-31', '2001-01-01')),
  joinedAt: maybe(moment),
  note: maybe(paragraphs),
  tags: fc.subarray(['宝妈', '老客', 'VIP 2', '爱吃辣']),
});

const line = fc.record({
  product: oneLine(60),
  spec: maybe(oneLine(30)),
  quantity: fc.integer({ min: 1, max: 99 }),
  amountFen: maybe(fen),
});
const order = fc
  .record({
    campaign: maybe(oneLine(40)),
    orderedAt: moment,
    amountFen: fen,
    refundFen: fen,
    status: fc.constantFrom(
      'pending',
      'paid',
      'shipped',
      'delivered',
      'cancelled',
      'refunded',
      'unknown',
    ),
    receiver: maybe(oneLine(30)),
    receiverPhone: maybe(fc.constantFrom('+8613900139000', '186******05')),
    address: maybe(oneLine(60)),
    note: maybe(paragraphs),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map((drawn) => {
    // An import takes a closed deal whose money all went back for a refunded one.
    const isAllBack = drawn.refundFen > 0 && drawn.refundFen >= drawn.amountFen;
    const status = drawn.status === 'cancelled' && isAllBack ? 'refunded' : drawn.status;
    return { ...drawn, status };
  });

const given = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;

const phoneOf = (place: number) => `+8613${String(800_138_000 + place)}`;

async function fillMembers(tx: Tx, people: Drawn<typeof member>[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [place, { tags, ...person }] of people.entries()) {
    const memberId = tx.newId();
    ids.push(memberId);
    const wechatId = person.wechatId && `${person.wechatId}${place}`;
    const phone = phoneOf(place);
    await tx.create('members', given({ ...person, id: memberId, phone, wechatId }) as never);
    for (const name of tags) {
      const [known] = await tx.findBy('tags', 'name', name);
      const tagId = known?.id ?? tx.newId();
      if (!known) await tx.create('tags', { id: tagId, name });
      const assignment = { id: `${memberId}.${tagId}`, memberId, tagId, at: tx.now };
      await tx.create('tagAssignments', assignment);
    }
  }
  return ids;
}

describe('importing one’s own export changes nothing', () => {
  it.each(WAYS)('of the members, as $format in $language', async (way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 12 }), async (people) => {
        const db = await filled(async (tx) => void (await fillMembers(tx, people)));
        const { counts, changed } = await changesOf(db, {
          list: 'members',
          kind: 'members',
          ...way,
        });
        expect(changed).toEqual([]);
        expect(counts).toMatchObject({ ...NOTHING, unchanged: people.length });
      }),
      { numRuns: 12 },
    );
  });

  it.each(WAYS)('of the orders, line by line, as $format in $language', async (way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 10 }), async (orders) => {
        const db = await fillOrders(orders);
        const { counts, changed } = await changesOf(db, { list: 'orders', kind: 'orders', ...way });
        expect(changed).toEqual([]);
        expect(counts).toMatchObject({ ...NOTHING, unchanged: orders.length });
      }),
      { numRuns: 12 },
    );
  });

  it.each(WAYS)('of the orders, one row each, as $format in $language', async (way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 10 }), async (orders) => {
        const db = await fillOrders(orders);
        const asked = { list: 'orderTotals', kind: 'orders', ...way } as const;
        const { counts, changed } = await changesOf(db, asked);
        expect(changed).toEqual([]);
        expect(counts).toMatchObject({ ...NOTHING, unchanged: orders.length });
      }),
      { numRuns: 8 },
    );
  });

  it.each(WAYS)('of people without any number, as $format in $language', async (way) => {
    const namesake = member.map((person) => ({ ...person, wechatId: undefined }));
    const name = fc.constantFrom('王芳', '李强');
    const drawn = fc.record({ name, person: namesake, shares: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 2, maxLength: 8 }), async (people) => {
        const db = await filled(async (tx) => {
          for (const { name: called, person, shares } of people) {
            const { tags: _, ...rest } = person;
            const phone = shares ? phoneOf(1) : undefined;
            await tx.create(
              'members',
              given({ ...rest, id: tx.newId(), name: called, phone }) as never,
            );
          }
        });
        const asked = { list: 'members', kind: 'members', ...way } as const;
        const { counts, changed } = await changesOf(db, asked);
        expect(changed).toEqual([]);
        expect(counts).toMatchObject({ ...NOTHING, unchanged: people.length });
      }),
      { numRuns: 12 },
    );
  });

  it.each(WAYS)('of people typed in by hand, as $format in $language', async (way) => {
    const db = await filled(async (tx) => {
      const joinedAt = Date.UTC(2026, 10, 13, 8, 5, 7, 789);
      const typed = [
        { name: '“小确幸”', phone: '+8613800138001', note: '无' },
        { name: '="王芳"', phone: '+8613800138002', note: '"引号" 和 “引号”' },
        { name: "'小李", groupNickname: '- -', note: '  两头空  ' },
      ];
      for (const person of typed)
        await tx.create('members', { ...person, id: tx.newId(), joinedAt });
    });
    const asked = { list: 'members', kind: 'members', ...way } as const;
    const { counts, changed } = await changesOf(db, asked);
    expect(changed).toEqual([]);
    expect(counts).toMatchObject({ ...NOTHING, unchanged: 3 });
  });

  it('of who has which tag', async () => {
    const people = fc.sample(member, 8);
    const db = await filled(async (tx) => void (await fillMembers(tx, people)));
    for (const way of WAYS) {
      const asked = { list: 'tagAssignments', kind: 'members', ...way } as const;
      const carried = people.reduce((sum, { tags }) => sum + tags.length, 0);
      const { counts, changed } = await changesOf(db, asked);
      expect(changed).toEqual([]);
      expect(counts).toMatchObject({ ...NOTHING, unchanged: carried });
    }
  });
});

function fillOrders(orders: Drawn<typeof order>[]) {
  return filled(async (tx) => {
    const [memberId = ''] = await fillMembers(tx, fc.sample(member, { numRuns: 1, seed: 7 }));
    for (const [place, { lines, ...rest }] of orders.entries()) {
      const row = {
        ...given(rest),
        id: tx.newId(),
        memberId,
        externalNo: `E${2026_0000 + place}`,
        lines: lines.map(given),
      };
      await tx.create('orders', row as never);
    }
  });
}
