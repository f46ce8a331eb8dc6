import { utils, write } from 'xlsx';
import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ImportScreen } from '../../pages/import-screen';

const HEADS = [
  '日期',
  '时段',
  '时间',
  '标题',
  '栏目',
  '形式',
  '状态',
  '负责人',
  '口吻',
  '清单',
  '制作成本',
];

function workbook(rows: (string | number)[][]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADS, ...rows]), '排期');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('a content plan of a workbook lies in the calendar, and is taken back in one step', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  const calendar = new CalendarScreen(page);
  await calendar.open();
  const thursday = calendar.date(3);
  const live = ['产地直播', '产地溯源', '直播', '待发', '林晓燕', '同行', '☑ 充好电\n☐ 备网络'];
  const file = await writeInto(
    folder,
    '本周排期.xlsx',
    workbook([
      [thursday, '午间', '12:15', ...live, 128.5],
      [thursday, '', '20:30', '会员之夜', '', '接龙', '草稿', '', '', '', ''],
      [thursday, '', '', '没有时段', '', '', '', '', '', '', ''],
    ]),
  );
  await screen.open();
  await screen.plan('content', file);
  expect(await screen.counts()).toMatchObject({ create: 2, rejected: 1, total: 3 });
  await expect(screen.reason('slot-missing')).toBeVisible();
  await screen.commit();

  const items = await running.rows('contentItems');
  expect(items).toHaveLength(2);
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        date: thursday,
        slot: 'noon',
        time: '12:15',
        title: '产地直播',
        columnId: 'column-origin',
        form: 'live',
        status: 'ready',
        owner: '林晓燕',
        voice: 'peer',
        costFen: 12_850,
        checklist: [
          { text: '充好电', isDone: true },
          { text: '备网络', isDone: false },
        ],
      }),
      expect.objectContaining({ title: '会员之夜', slot: 'night', form: 'relay', status: 'draft' }),
    ]),
  );

  await calendar.open();
  expect(await calendar.titlesIn(3, 'noon')).toEqual(['产地直播']);
  expect(await calendar.titlesIn(3, 'night')).toEqual(['会员之夜']);

  await screen.open();
  await screen.undo();
  await expect(screen.undoReport).toHaveAttribute('data-kept', '0');
  await calendar.open();
  await expect(page.getByTestId('cal-item')).toHaveCount(0);

  await screen.open();
  await screen.plan('content', file);
  expect(await screen.counts()).toMatchObject({ create: 2, unchanged: 0, rejected: 1 });
});
