import { columnsOf, type ExportList } from '@shared/domain/export/export-lists';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import type { EntityName } from '@shared/domain/registry';
import { describe, expect, it } from 'vitest';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { Tx } from '@/db/command';
import type { ConsoleDb } from '@/db/db';
import { commandOf, openTestDoor } from '@/db/test-db';
import { runExport } from '@/workers/export/run-export';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';

const quiet = () => undefined;
const AT = Date.UTC(2026, 10, 13, 0, 5, 7);
const MEMBER = '01930000-0000-7000-8000-000000000001';

async function stored(entities: EntityName[], work: (tx: Tx) => Promise<void>) {
  const { db, door } = await openTestDoor();
  await door.run(commandOf(entities, work), {});
  return db;
}

async function planOf(db: ConsoleDb, list: ExportList, kind: ImportKind, language: 'zh' | 'en') {
  const { bytes } = await runExport(
    db,
    {
      list,
      columns: columnsOf(list).map((column) => column.key),
      format: 'xlsx',
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
    },
    quiet,
  );
  const service = new ImportService(
    db,
    async (file, name) => readSheets(file, name),
    async () => {
      throw new Error('nothing is to be written');
    },
  );
  const file = new File([bytes], '导出.xlsx', { lastModified: AT });
  const { mapping, campaign, assumedAt } = await service.open(file, kind, quiet);
  const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
  return (await service.plan(choices, quiet)).counts;
}

const WAYS = ['zh', 'en'] as const;
const UNCHANGED = { create: 0, update: 0, confirm: 0, rejected: 0 };

describe.each(WAYS)('in %s, importing one’s own export adds nothing', (language) => {
  it('of interactions', async () => {
    const db = await stored(['members', 'interactions'], async (tx) => {
      await tx.create('members', { id: MEMBER, name: '王芳', phone: '+8613800138000' });
      for (const [place, kind] of INTERACTION_KINDS.entries()) {
        const at = AT + place * 60_000;
        await tx.create('interactions', {
          id: tx.newId(),
          memberId: MEMBER,
          kind,
          at,
          text: '好吃',
        });
      }
    });
    expect(await planOf(db, 'interactions', 'interactions', language)).toMatchObject({
      ...UNCHANGED,
      unchanged: INTERACTION_KINDS.length,
    });
  });

  it('of content results', async () => {
    const db = await stored(['contentResults'], async (tx) => {
      await tx.create('contentResults', {
        id: tx.newId(),
        day: '2026-11-13',
        title: '早安签到',
        slot: 'morning',
        channel: '社群',
        reach: 480,
        opens: 120,
        averageSeconds: 12.5,
        orders: 3,
        gmvFen: 12_990,
      });
    });
    expect(await planOf(db, 'contentResults', 'results', language)).toMatchObject({
      ...UNCHANGED,
      unchanged: 1,
    });
  });

  it('of readings from suppliers', async () => {
    const db = await stored(['supplierReadings'], async (tx) => {
      const reading = { supplier: '绿源农场', at: AT, unit: '℃', product: '菠菜', place: '冷库' };
      await tx.create('supplierReadings', {
        ...reading,
        id: tx.newId(),
        kind: 'temperature',
        value: 3.5,
      });
    });
    expect(await planOf(db, 'supplierReadings', 'suppliers', language)).toMatchObject({
      ...UNCHANGED,
      unchanged: 1,
    });
  });

  it('of the weather', async () => {
    const db = await stored(['weatherDays'], async (tx) => {
      const weather = { day: '2026-11-13', place: '上海', condition: '小雨', lowC: 8, highC: 14 };
      await tx.create('weatherDays', { ...weather, id: '2026-11-13.上海', rainMm: 2.5 });
    });
    expect(await planOf(db, 'weatherDays', 'weather', language)).toMatchObject({
      ...UNCHANGED,
      unchanged: 1,
    });
  });
});
