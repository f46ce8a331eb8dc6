import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { columnsOf } from '@shared/domain/export/export-lists';
import type { EntityName } from '@shared/domain/registry';
import { beforeEach, describe, expect, it } from 'vitest';
import { wordsMessages } from '@/app/i18n/words.messages';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { runExport } from '@/workers/export/run-export';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { committing } from './test-desk';

const quiet = () => undefined;
const AT = Date.UTC(2026, 10, 13, 0, 5, 7);
const STORES: EntityName[] = [
  'contentItems',
  'contentColumns',
  'groups',
  'characters',
  'assets',
  'modelSettings',
];
const POSTER = '1'.repeat(64);
const OTHER_POSTER = '2'.repeat(64);
const GREENHOUSE = '0'.repeat(64);

const FULL: ContentItem = {
  id: 'full',
  date: '2026-11-24',
  slot: 'noon',
  position: 1,
  time: '12:15',
  title: '产地直播',
  columnId: 'column-origin',
  form: 'live',
  status: 'sent',
  owner: '林晓燕',
  groupIds: ['east', 'west'],
  text: '十二点\n带大家看大棚',
  note: '带支架',
  voice: 'peer',
  speaker: 'internalIp',
  speakerName: '周师傅',
  sense: 'taste',
  characterId: 'grower',
  assetIds: [OTHER_POSTER, GREENHOUSE],
  checklist: [
    { text: '充好电', isDone: true },
    { text: '备网络', isDone: false },
  ],
  costFen: 12_850,
  sentAt: AT,
};
const bare = (at: number, rest: Partial<ContentItem>): ContentItem => ({
  id: `bare-${at}`,
  date: '2026-11-25',
  slot: 'night',
  position: at,
  title: `拆箱 ${at}`,
  form: 'article',
  status: 'draft',
  groupIds: [],
  ...rest,
});
const ITEMS: ContentItem[] = [
  FULL,
  bare(1, { slot: 'morning', columnId: 'own', voice: 'official', speaker: 'expert' }),
  bare(2, { slot: 'noon', form: 'video', status: 'review', sense: 'sight', voice: 'seeded' }),
  bare(3, { slot: 'evening', form: 'relay', status: 'ready', sense: 'smell' }),
  bare(4, { form: 'topic', status: 'measured', sentAt: AT, speaker: 'brandOwner', sense: 'touch' }),
  bare(5, { speaker: 'member', sense: 'hearing' }),
];

let test: Awaited<ReturnType<typeof openTestDoor>>;

beforeEach(async () => {
  test = await openTestDoor();
  await test.door.run(
    commandOf(STORES, async (tx) => {
      await tx.create('groups', { id: 'east', name: '城东 1 群', openedAt: AT });
      await tx.create('groups', { id: 'west', name: '城西 2 群', openedAt: AT });
      await tx.create('contentColumns', { id: 'own', name: '拆箱', category: 'guide' });
      await tx.create('characters', { id: 'grower', name: '老周' });
      const file = { kind: 'image' as const, mimeType: 'image/png', bytes: 10, addedAt: AT };
      await tx.create('assets', { ...file, id: GREENHOUSE, name: '大棚, 清晨.jpg' });
      await tx.create('assets', { ...file, id: POSTER, name: '海报.png' });
      await tx.create('assets', { ...file, id: OTHER_POSTER, name: '海报.png' });
      for (const item of ITEMS) await tx.create('contentItems', item);
    }),
    {},
  );
});

async function exported(language: 'zh' | 'en', format: 'xlsx' | 'csv'): Promise<File> {
  const words = {
    sheetName: '导出',
    cutMark: '…',
    maskedMark: '',
    ofValue: wordsMessages[language],
  };
  const columns = columnsOf('calendar').map(({ key }) => key);
  const job = { list: 'calendar' as const, columns, format, language, words };
  const whole = { ...job, isMasked: false, scope: {}, ids: undefined };
  const { bytes } = await runExport(test.db, whole, quiet);
  return new File([bytes], `导出.${format}`, { lastModified: AT });
}

async function imported(file: File) {
  const { db, door } = test;
  const read = (bytes: Uint8Array, name: string) => readSheets(bytes, name);
  const service = new ImportService(db, read, committing(door));
  const { mapping, campaign, assumedAt } = await service.open(file, 'content', quiet);
  const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
  const { counts } = await service.plan(choices, quiet);
  await service.commit('skip', quiet);
  return counts;
}

const removeAll = () =>
  test.door.run(
    commandOf(['contentItems'], async (tx) => {
      for (const { id } of ITEMS) await tx.remove('contentItems', id);
    }),
    {},
  );

const plain = (items: readonly ContentItem[]) =>
  items
    .map(({ id: _, batchId: __, position: ___, ...rest }) => rest)
    .sort((a, b) => (a.title < b.title ? -1 : 1));

describe.each([
  ['zh', 'xlsx'],
  ['zh', 'csv'],
  ['en', 'xlsx'],
  ['en', 'csv'],
] as const)('an exported content plan (%s, %s)', (language, format) => {
  it('adds nothing where it came from', async () => {
    expect(await imported(await exported(language, format))).toMatchObject({
      unchanged: ITEMS.length,
      create: 0,
      update: 0,
      rejected: 0,
    });
  });

  it('comes back whole into a calendar that lost it', async () => {
    const file = await exported(language, format);
    await removeAll();
    expect(await imported(file)).toMatchObject({ create: ITEMS.length, rejected: 0 });
    expect(plain(await allRows(test.db, 'contentItems'))).toEqual(plain(ITEMS));
  });
});

describe('a time without a slot', () => {
  const plan = new File(
    ['日期,时间,标题\n2026-12-01,08:30,早市\n2026-12-01,14:10,午后\n2026-12-01,23:00,夜宵'],
    '排期.csv',
  );
  const slots = async () =>
    (await allRows(test.db, 'contentItems'))
      .filter(({ date }) => date === '2026-12-01')
      .map(({ title, slot }) => `${title} ${slot}`)
      .sort();

  it('goes into the slot whose hours are nearest', async () => {
    await imported(plan);
    expect(await slots()).toEqual(['午后 noon', '夜宵 night', '早市 morning']);
  });

  it('follows the hours that the workspace has set', async () => {
    const hours = {
      ...DEFAULT_SLOT_SETTINGS,
      slots: {
        ...DEFAULT_SLOT_SETTINGS.slots,
        noon: { ...DEFAULT_SLOT_SETTINGS.slots.noon, from: '08:00', to: '10:00' },
        evening: { ...DEFAULT_SLOT_SETTINGS.slots.evening, from: '14:00', to: '15:00' },
      },
    };
    await test.door.run(
      commandOf(['modelSettings'], (tx) =>
        tx.create('modelSettings', { id: 'calendar-slots', settings: hours, changedAt: AT }),
      ),
      {},
    );
    await imported(plan);
    expect(await slots()).toEqual(['午后 evening', '夜宵 night', '早市 noon']);
  });
});
