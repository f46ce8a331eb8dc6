import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { hasAllFonts, readPdf, withoutSpaces } from '../../lib/pdf';
import { CalendarScreen } from '../../pages/calendar-screen';
import { PrintScreen } from '../../pages/print-screen';

/** Widths and heights in points, upright; a hundredth more or less is the printer's rounding. */
const PAPERS = { A4: [595, 842], A3: [842, 1191] } as const;
const KINDS = [
  '今日爆款：烟台红富士五斤装',
  '产地直播：寿光大棚看番茄',
  '晒一道番茄菜，选三位送券',
];
const titlesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `${n + 1}号 ${KINDS[n % KINDS.length]}`);
const shortDate = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
const pointsOf = (size: string) => size.split(' x ').map((part) => Math.round(Number(part)));

test('light, full and overfull weeks print whole, in both editions, on any paper either way', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(240_000);
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  const print = new PrintScreen(page);
  await calendar.open();
  for (const [n, { titles, fewest }] of [
    { titles: titlesOf(7), fewest: 1 },
    { titles: titlesOf(40), fewest: 1 },
    { titles: titlesOf(42).map((title) => title.repeat(5)), fewest: 2 },
  ].entries()) {
    await calendar.addAll(titles);
    const path = join(folder, `week-${n}.pdf`);
    await console.answerSaveDialog(path);
    await calendar.exportPdf(`week-${n}.pdf`);
    const plain = await readPdf(path);
    expect(plain.pages).toBe(fewest);
    expect(await hasAllFonts(path)).toBe(true);

    await print.open();
    for (const edition of ['内部版', '成员版'] as const) {
      await print.choose('打印版本', edition);
      for (const size of ['A3', 'A4'] as const) {
        await print.choose('纸张', size);
        for (const turn of ['纵向', '横向'] as const) {
          await print.choose('方向', turn);
          const name = `week-${n}-${size}-${turn}-${edition}.pdf`;
          await console.answerSaveDialog(join(folder, name));
          await print.save('pdf', name);
          const pdf = await readPdf(join(folder, name));
          const [short, long] = PAPERS[size];
          expect(pointsOf(pdf.size)).toEqual(turn === '纵向' ? [short, long] : [long, short]);
          expect(titles.filter((title) => !pdf.text.includes(withoutSpaces(title)))).toEqual([]);
          for (let day = 0; day < 7; day += 1)
            expect(pdf.text).toContain(shortDate(calendar.date(day)));
          expect(pdf.text).toContain(`第${pdf.pages}页/共${pdf.pages}页`);
          expect(pdf.text.includes('内部版')).toBe(edition === '内部版');
          expect(pdf.pages).toBe(await print.pages());
        }
      }
    }
    await print.close();
    await calendar.turnToNextWeek();
  }
});

test('the printed week holds the heading, the note, rare characters and a very long title', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  const long = '这是一个很长很长的标题，'.repeat(17).slice(0, 200);
  await calendar.addAll(['㛃䶮𠮷三位老师的分享', long, '<b>不是标记</b> & "引号"']);
  await page.getByRole('button', { name: '抬头与备注' }).click();
  await page.getByLabel('打印抬头').fill('城东鲜果团 1 群');
  await page.getByLabel('本周备注').fill('周三停送，周四恢复。');
  await page.getByLabel('打印抬头').focus();
  await expect
    .poll(async () => (await console.rows('weekPlans'))[0])
    .toMatchObject({ title: '城东鲜果团 1 群', note: '周三停送，周四恢复。' });
  await page.keyboard.press('Escape');
  const path = join(folder, 'week.pdf');
  await console.answerSaveDialog(path);
  await calendar.exportPdf('week.pdf');
  const { pages, text } = await readPdf(path);
  expect(pages).toBe(1);
  for (const words of [
    '㛃䶮𠮷三位老师的分享',
    long,
    '<b>不是标记</b>&"引号"',
    '城东鲜果团1群',
    '周三停送,周四恢复。',
  ]) {
    expect(text).toContain(withoutSpaces(words));
  }
  // The preview is the very thing: every word of the paper, and none besides.
  const print = new PrintScreen(page);
  await print.open();
  const shown = await print.preview();
  expect(shown.pages).toBe(pages);
  expect([...shown.text].sort().join('')).toBe([...text].sort().join(''));
});

test('day and month print from the same dialog, and the choices are remembered', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const calendar = new CalendarScreen(console.page);
  await calendar.open();
  await calendar.addAll(titlesOf(14));
  const print = new PrintScreen(console.page);
  // The menu's 打印… (Ctrl+P) opens the dialog; keys that a test presses never reach the menu.
  await console.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('print')?.click(),
  );
  await console.page.getByTestId('cal-print-preview').waitFor();
  await print.choose('打印什么', '一个月');
  await print.choose('颜色', '黑白');
  const path = join(folder, 'month.pdf');
  await console.answerSaveDialog(path);
  await print.save('pdf', 'month.pdf');
  const month = await readPdf(path);
  expect(month.pages).toBe(1);
  expect(month.text).toContain('本月活动一览');
  await print.choose('打印什么', '一天');
  await console.answerSaveDialog(join(folder, 'day.pdf'));
  await print.save('pdf', 'day.pdf');
  const day = await readPdf(join(folder, 'day.pdf'));
  expect(day.text).toContain(withoutSpaces(titlesOf(14)[0] ?? ''));
  expect(day.text).toContain('没有安排');
  await print.close();

  await console.restart();
  await new CalendarScreen(console.page).open();
  await new PrintScreen(console.page).open();
  await expect(console.page.getByRole('radio', { name: '黑白', exact: true })).toBeChecked();
});

test('without a printer the way out is said, and nothing is left of what was not saved', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addAll(['早安']);
  await console.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = async () => [];
    });
  });
  const print = new PrintScreen(page);
  await print.open();
  await page.getByTestId('cal-print-paper').click();
  await expect(page.getByRole('alert').filter({ hasText: '没有可用的打印机' })).toContainText(
    'PDF',
  );

  await console.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  for (const way of ['pdf', 'png', 'xlsx']) {
    await page.getByTestId(`cal-print-${way}`).click();
    await expect(page.getByTestId(`cal-print-${way}`)).toBeEnabled();
  }
  await expect(page.getByTestId('toast').filter({ hasText: '已导出' })).toHaveCount(0);

  await console.answerSaveDialog(join(folder, 'no-such-folder', 'week.pdf'));
  await page.getByTestId('cal-print-pdf').click();
  await expect(page.getByRole('alert')).toHaveCount(2);
});
