import { expect, test } from '../../fixtures';
import { CalendarScreen } from '../../pages/calendar-screen';
import { CheckScreen } from '../../pages/check-screen';

const COPY = '㛃䶮𠮷😀 全国第一的豆腐，ＮＯ．１，最近第一次做';

test('a text is checked as it is typed, rewritten at one place, and taken back by the keys', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const check = new CheckScreen(page);
  await check.open();
  await check.field.click();
  await page.keyboard.insertText(COPY);
  await expect.poll(() => check.words()).toEqual(['全国第一', 'ＮＯ．１']);
  expect(await check.underlined()).toEqual(['全国第一', 'ＮＯ．１']);

  const first = await check.unfold('全国第一');
  await expect(first).toContainText('《广告法》第九条第（三）项');
  await expect(first).toHaveAttribute('data-family', 'first');
  expect(await check.field.evaluate(selectedText)).toBe('全国第一');
  await first.getByTestId('compliance-rewrite').first().click();
  await expect(check.field).toHaveValue(COPY.replace('全国第一', '很受欢迎'));
  await page.keyboard.press('Control+z');
  await expect(check.field).toHaveValue(COPY);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => check.words()).toEqual(['ＮＯ．１']);
});

test('words of an item can stand with a reason, which is there after a restart', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const open = async (page: typeof console.page) => {
    const calendar = new CalendarScreen(page);
    await calendar.open();
    if ((await page.getByTestId('cal-item').count()) === 0) {
      await calendar.addByMouse(2, 'noon', '非遗豆腐');
    }
    await calendar.item('非遗豆腐').click();
    return new CheckScreen(page);
  };
  const check = await open(console.page);
  await check.field.fill('国家级手艺做的豆腐，极品，第一次来先尝尝');
  await expect.poll(() => check.words()).toEqual(['国家级', '极品']);
  const finding = await check.unfold('国家级');
  await finding.getByTestId('compliance-keep').click();
  await console.page.getByTestId('compliance-reason').fill('列入名录，证书在店里');
  await console.page.getByTestId('compliance-keep-done').click();
  await expect(check.finding('国家级')).toHaveAttribute('data-calm', 'true');
  await expect(console.page.getByTestId('compliance-chip').first()).toHaveAttribute(
    'data-risk',
    'medium',
  );
  await expect
    .poll(async () => (await console.rows('contentItems'))[0])
    .toMatchObject({
      text: '国家级手艺做的豆腐，极品，第一次来先尝尝',
      overrides: [{ text: '国家级', family: 'grade', reason: '列入名录，证书在店里' }],
    });

  await console.restart();
  const again = await open(console.page);
  await expect(again.finding('国家级')).toHaveAttribute('data-calm', 'true');
  await (await again.unfold('国家级')).getByText('列入名录，证书在店里').waitFor();
  // Other words are another matter.
  await again.field.fill('国家 级手艺做的豆腐');
  await expect(again.findings.first()).toHaveAttribute('data-calm', 'false');
});

test("the team's own words are found and let through, pasted as a list too", async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const check = new CheckScreen(page);
  await check.open();
  await check.field.fill('第一泉豆腐坊，今晚抽福 袋');
  await expect.poll(() => check.words()).toEqual(['第一']);

  await page.getByTestId('word-add').click();
  await page.getByTestId('word-text').fill('第一泉豆腐坊');
  await page.getByText('放行', { exact: true }).click();
  await page.getByTestId('word-save').click();
  await expect.poll(() => check.words()).toEqual([]);

  await page.getByTestId('word-import').click();
  await page.getByTestId('word-list').fill('福袋\t平台不让用\t礼包\n盲盒、福袋');
  await page.getByTestId('word-import-do').click();
  await expect.poll(() => check.words()).toEqual(['福 袋']);
  const found = await check.unfold('福 袋');
  await expect(found).toContainText('平台不让用');
  await found.getByTestId('compliance-rewrite').click();
  await expect(check.field).toHaveValue('第一泉豆腐坊，今晚抽礼包');
  expect(await console.countRows('lexiconWords')).toBe(3);

  await page.getByTestId('word-add').click();
  await page.getByTestId('word-text').fill('盲 盒');
  await page.getByTestId('word-save').click();
  await expect(page.getByText(/已经在检查词里/)).toBeVisible();
});

test('the underlines of a long text lie under its letters, scrolled to the end too', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const check = new CheckScreen(page);
  await check.open();
  const line = '今早到的红富士脆甜多汁😀，全国第一，apple NO.1 的口感，邻居们来尝尝 𠮷\n';
  await check.field.fill(line.repeat(400));
  const length = [...line.repeat(400)].length.toLocaleString('en-US').replace(',', '[ ,]?');
  await expect(page.getByTestId('compliance-length')).toContainText(new RegExp(length));
  await expect.poll(async () => (await check.underlined()).length).toBe(800);
  const faults = await check.field.evaluate(async (field: HTMLTextAreaElement) => {
    field.scrollTop = field.scrollHeight;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const marks = field.closest('[data-checked-field]')?.querySelector('mark')?.parentElement;
    if (!marks) return 'no marks';
    const apart = [
      marks.scrollTop - field.scrollTop,
      marks.scrollHeight - field.scrollHeight,
      marks.clientWidth - field.clientWidth,
    ];
    const [ofField, ofMarks] = [getComputedStyle(field), getComputedStyle(marks)];
    const other = ['font-family', 'font-size', 'line-height', 'letter-spacing'].filter(
      (name) => ofField.getPropertyValue(name) !== ofMarks.getPropertyValue(name),
    );
    const isApart = apart.some((pixels) => Math.abs(pixels) > 1);
    return [...(isApart ? apart : []), ...other].join(' ');
  });
  expect(faults).toBe('');
});

function selectedText(field: HTMLElement): string {
  if (!(field instanceof HTMLTextAreaElement)) return '';
  return field.value.slice(field.selectionStart, field.selectionEnd);
}
