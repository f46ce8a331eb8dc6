import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { readPdf } from '../../lib/pdf';
import { MembersScreen } from '../../pages/members-screen';

const A4 = '594.96 x 841.92';

test('one timeline tells orders, points, tags; it is filtered, explained, and printed on one page', async ({
  startFilled,
  folder,
}) => {
  const console = await startFilled();
  const { page } = console;
  const members = new MembersScreen(page);
  await members.open();
  const orders = await console.rows('orders');
  const counts = new Map<string, number>();
  for (const { memberId } of orders) {
    counts.set(String(memberId), (counts.get(String(memberId)) ?? 0) + 1);
  }
  const [[id] = ['']] = [...counts].sort((a, b) => b[1] - a[1]);
  const person = (await console.rows('members')).find((row) => row.id === id);
  await members.search(String(person?.phone ?? person?.name).replace('+86', ''));
  await members.openMember(id);

  const entries = page.getByTestId('timeline-entry');
  await expect(entries.first()).toBeVisible();
  await expect(page.getByTestId('timeline-filter-order')).toBeAttached();
  await page
    .locator('label')
    .filter({ has: page.getByText(/^订单 \d/) })
    .click();
  await expect(entries.first()).toHaveAttribute('data-kind', 'order');
  await expect(members.panel.locator('[data-kind=points]')).toHaveCount(0);
  await page
    .locator('label')
    .filter({ has: page.getByText(/^成长值 \d/) })
    .click();
  await expect(members.panel.locator('[data-kind=points]').first()).toContainText('分');

  await members.addTag('爱吃水果');
  const path = join(folder, 'member.pdf');
  await console.answerSaveDialog(path);
  await page.getByTestId('member-more').click();
  await page.getByTestId('member-pdf').click();
  await expect(page.getByTestId('toast').filter({ hasText: '已保存 member.pdf' })).toBeVisible();
  const pdf = await readPdf(path);
  expect({ pages: pdf.pages, size: pdf.size }).toEqual({ pages: 1, size: A4 });
  expect(pdf.text).toContain(String(person?.name).replaceAll(/\s/g, ''));
  expect(pdf.text).toContain('爱吃水果');
  expect(pdf.text).toContain('第1页/共1页');
  const phone = String(person?.phone ?? '').replace('+86', '');
  if (phone !== '') expect(pdf.text).not.toContain(phone);

  // However much there is to say, it stays one page, and what is left out is told.
  const long = (text: string, length: number) => text.repeat(length).slice(0, length);
  await members.edit('groupNickname', long('阳光花园团长', 200));
  await members.edit('address', long('浙江省杭州市西湖区文三路', 500));
  await members.edit('channel', long('老客户介绍', 90));
  await members.edit('region', long('杭州西湖', 90));
  await members.edit('wechatId', long('wx-long-', 90));
  await members.panel.getByTestId('member-note').click();
  await members.panel.getByTestId('member-note-input').fill(long('要带保温袋，放在门口。', 5000));
  await members.panel.getByTestId('member-note-input').blur();
  await expect.poll(async () => noteOf(await console.rows('members'), id)).toBe(5000);
  await page.getByTestId('member-more').click();
  await page.getByTestId('member-pdf').click();
  await expect
    .poll(async () => (await readPdf(path)).text)
    .toContain('全文5000字'.normalize('NFKC'));
  const full = await readPdf(path);
  expect({ pages: full.pages, size: full.size }).toEqual({ pages: 1, size: A4 });
  expect(full.text).toContain('第1页/共1页');
});

const noteOf = (rows: Record<string, unknown>[], id: string) =>
  String(rows.find((row) => row.id === id)?.note ?? '').length;
