import { expect, test } from '../../fixtures';
import type { Row, RunningConsole } from '../../lib/running-console';
import { MembersScreen } from '../../pages/members-screen';
import { SegmentsScreen } from '../../pages/segments-screen';

const isCounted = (order: Row) => order.status !== 'pending' && order.status !== 'cancelled';

/** Counted orders of each member, from the rows as they are stored. */
async function ordersOf(running: RunningConsole): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const order of await running.rows('orders')) {
    const id = String(order.memberId);
    if (isCounted(order)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

async function open(running: RunningConsole): Promise<SegmentsScreen> {
  const segments = new SegmentsScreen(running.page);
  await segments.open();
  return segments;
}

/** "At least five orders ever, and a consumer". */
async function buildOften(segments: SegmentsScreen): Promise<void> {
  await segments.begin();
  await segments.addCondition('下单次数');
  const ordered = segments.conditions.first();
  await segments.choose(ordered, '什么时候', '有史以来');
  await ordered.getByTestId('range-min').fill('5');
  await segments.addCondition('身份');
}

test('a segment built by sentences holds whom the rows say, is tagged whole and taken back', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const times = await ordersOf(running);
  const members = await running.rows('members');
  const expected = members.filter(
    (it) => it.identity === 'consumer' && (times.get(String(it.id)) ?? 0) >= 5,
  ).length;
  expect(expected).toBeGreaterThan(20);

  const segments = await open(running);
  await buildOften(segments);
  await expect(segments.count).toHaveAttribute('data-count', String(expected));
  await expect(segments.conditions.first().getByTestId('condition-count')).toHaveAttribute(
    'data-count',
    String([...times.values()].filter((n) => n >= 5).length),
  );
  const person = page.getByTestId('rule-person').first();
  await person.click();
  await expect(page.getByTestId('explained').first()).toHaveAttribute('data-true', 'true');
  await expect(page.getByTestId('rule-sample')).toContainText('实际');

  // The other way round, and back.
  await segments.conditions.last().getByTestId('rule-not').click();
  const others = members.filter(
    (it) => it.identity !== 'consumer' && (times.get(String(it.id)) ?? 0) >= 5,
  ).length;
  await expect(segments.count).toHaveAttribute('data-count', String(others));
  await segments.conditions.last().getByTestId('rule-not').click();
  await segments.save('常来的 C 端');
  await expect(segments.row('常来的 C 端')).toHaveAttribute('data-count', String(expected));
  await expect(segments.row('常来的 C 端')).toContainText('下单 ≥ 5 次，且身份是 C 端');

  await segments.menu('常来的 C 端', 'segment-open');
  const list = new MembersScreen(page);
  await expect(page.getByTestId('people-choice')).toContainText('常来的 C 端');
  await expect(list.total).toHaveText(String(expected));
  await page.getByRole('checkbox', { name: '选中列表里的全部成员' }).click();
  await expect(page.getByTestId('members-selected')).toHaveAttribute(
    'data-count',
    String(expected),
  );
  const assigned = async () =>
    (await running.rows('tagAssignments')).filter((row) => row.source === 'hand').length;
  await list.tagSelected('中秋名单');
  await expect(page.getByTestId('batch-sample')).toContainText('等');
  await page.getByTestId('batch-confirm').click();
  await expect.poll(assigned).toBe(expected);
  await page.getByTestId('undo').click();
  await expect.poll(assigned).toBe(0);

  await page.getByTestId('people-choice-clear').click();
  await expect(list.total).toHaveText(String(members.length));
});

test('segments, snapshots and sets of them outlive a restart, and are not deleted while in use', async ({
  startFilled,
  startConsole,
}) => {
  const first = await startFilled();
  const segments = await open(first);
  await buildOften(segments);
  await expect(segments.count).toBeVisible();
  await segments.save('常来的');
  await expect(segments.row('常来的')).toHaveAttribute('data-count', /^[1-9]/);
  const often = Number(await segments.row('常来的').getAttribute('data-count'));
  await segments.takeSnapshot('常来的', '九月名单');

  // One of the ready-made ones; then those who are in the first and not in the second.
  const ready = first.page.locator('[data-testid=segment-ready][data-key=one-order]');
  await ready.getByTestId('segment-ready-add').click();
  await expect(segments.rows).toHaveCount(2);
  await first.page.getByTestId('segment-combine').click();
  for (const [i, name] of ['常来的', '只买过一次'].entries()) {
    await first.page.getByTestId(`combine-${i}`).click();
    await first.page.getByRole('option', { name, exact: true }).click();
  }
  // Nobody ordered five times and once only.
  await expect(first.page.getByTestId('combine-count')).toHaveAttribute('data-count', '0');
  await first.page.getByRole('combobox', { name: '怎么合' }).click();
  await first.page.getByRole('option', { name: '但不在（−）' }).click();
  await expect(first.page.getByTestId('combine-count')).toHaveAttribute(
    'data-count',
    String(often),
  );
  await first.page.getByTestId('combine-save').click();
  await expect(first.page.getByTestId('rule-builder')).toBeVisible();
  await expect(segments.count).toHaveAttribute('data-count', String(often));
  await segments.save('常来但不止一次');

  await segments.menu('只买过一次', 'segment-remove');
  const refused = first.page.getByRole('alert').filter({ hasText: '常来但不止一次' });
  await expect(refused).toBeVisible();
  await expect(segments.rows).toHaveCount(3);
  await first.quit();

  const second = await startConsole();
  const after = await open(second);
  await expect(after.rows).toHaveCount(3);
  await expect(after.row('常来但不止一次')).toHaveAttribute('data-count', String(often));
  await second.page.getByTestId('snapshot-compare').click();
  await expect(second.page.getByTestId('compare-part').nth(1)).toHaveAttribute(
    'data-count',
    String(often),
  );
  await expect(second.page.getByTestId('compare-part').nth(2)).toHaveAttribute('data-count', '0');
  await second.page.keyboard.press('Escape');
  await after.menu('常来但不止一次', 'segment-remove');
  await expect(after.rows).toHaveCount(2);
  await second.page.getByTestId('undo').click();
  await expect(after.rows).toHaveCount(3);
});

test('a rule that cannot be meant is told where, and is not saved', async ({ startFilled }) => {
  const running = await startFilled();
  const { page } = running;
  const segments = await open(running);
  await segments.begin();
  await page.getByTestId('segment-name').fill('颠倒的');
  await segments.addCondition('年龄');
  const age = segments.conditions.first();
  await age.getByTestId('range-min').fill('60');
  const remark = age.getByTestId('rule-remark');
  await expect(remark).toHaveAttribute('data-code', 'range-upside-down');
  await expect(page.getByTestId('segment-save')).toBeDisabled();
  await age.getByTestId('range-max').fill('70');
  await expect(remark).toBeHidden();
  await expect(page.getByTestId('segment-save')).toBeEnabled();

  // A group of its own, its two conditions, once more, and away again: all by the menu.
  await segments.act(age, 'rule-wrap');
  await expect(page.getByTestId('rule-group')).toHaveCount(2);
  await segments.act(age, 'rule-hold');
  await expect(page.getByTestId('rule-held')).toBeVisible();
  await segments.act(age, 'rule-remove');
  await expect(segments.conditions).toHaveCount(0);
});
