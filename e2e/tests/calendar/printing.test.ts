import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { readPdf, withoutSpaces } from '../../lib/pdf';
import { CalendarScreen } from '../../pages/calendar-screen';

const A4_LANDSCAPE = '841.92 x 594.96';
const KINDS = [
  '今日爆款：烟台红富士五斤装',
  '产地直播：寿光大棚看番茄',
  '晒一道番茄菜，选三位送券',
];
const titlesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `${n + 1}号 ${KINDS[n % KINDS.length]}`);
const shortDate = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

test('a light and a full week print on one page, an overfull one goes on cleanly', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const calendar = new CalendarScreen(console.page);
  await calendar.open();
  for (const [n, { titles, pages }] of [
    { titles: titlesOf(7), pages: 1 },
    { titles: titlesOf(40), pages: 1 },
    { titles: titlesOf(42).map((title) => title.repeat(5)), pages: 2 },
  ].entries()) {
    await calendar.addAll(titles);
    const path = join(folder, `week-${n}.pdf`);
    await console.answerSaveDialog(path);
    await calendar.exportPdf(`week-${n}.pdf`);
    const pdf = await readPdf(path);
    expect({ pages: pdf.pages, size: pdf.size }).toEqual({ pages, size: A4_LANDSCAPE });
    expect(titles.filter((title) => !pdf.text.includes(withoutSpaces(title)))).toEqual([]);
    for (let day = 0; day < 7; day += 1) expect(pdf.text).toContain(shortDate(calendar.date(day)));
    expect(pdf.text).toContain(`第${pages}页/共${pages}页`);
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
});
