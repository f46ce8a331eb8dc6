import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { GroupsScreen } from '../../pages/groups-screen';
import { MembersScreen } from '../../pages/members-screen';
import { RepliesScreen } from '../../pages/replies-screen';

const clipboard = (console: RunningConsole) =>
  console.app.evaluate(({ clipboard: board }) => board.readText());

test('ready answers are found by pinyin, filled, copied, taken in from a table, and still there after a restart', async ({
  startConsole,
}) => {
  let console = await startConsole();
  let replies = new RepliesScreen(console.page);
  await replies.open();
  await replies.takeStarters();
  expect(await console.countRows('replies')).toBe(48);

  await replies.search('dhsj');
  await expect(replies.rows).toHaveCount(1);
  const arrival = replies.row('到货时间');
  await expect(arrival).toHaveAttribute('data-match', 'pinyin');
  await expect(arrival.locator('mark').first()).toHaveText('到货时间');
  await arrival.getByTestId('reply-copy').click();
  // Both variables are asked for; Enter goes from one to the next, and from the last one copies.
  const values = console.page.getByTestId('reply-value');
  await expect(values).toHaveCount(2);
  await values.nth(0).fill('下午三点');
  await values.nth(0).press('Enter');
  await expect(values.nth(1)).toBeFocused();
  await values.nth(1).fill('东门');
  await values.nth(1).press('Enter');
  await expect(values).toHaveCount(0);
  await expect.poll(() => clipboard(console)).toContain('正常 下午三点 到东门');
  await expect(arrival).toHaveAttribute('data-uses', '1');

  await replies.search('请问今天还能下单吗');
  await expect(replies.rows.first()).toHaveAttribute('data-match', 'question');

  await replies.search('');
  const table = '关键词\t同义词\t答案\n到货时间\t\t改成四点\n停车\t车停哪\t东门可以停\n空的\t\t';
  const counts = await replies.planTable(table);
  await expect(counts).toHaveAttribute('data-adds', '1');
  await expect(counts).toHaveAttribute('data-changes', '1');
  await expect(counts).toHaveAttribute('data-errors', '1');
  await replies.commitTable();
  await expect.poll(() => console.countRows('replies')).toBe(49);
  await replies.search('停车');
  await replies.row('停车').click();
  await console.page.getByTestId('reply-archive').click();
  await expect(replies.row('停车')).toHaveCount(0);
  await console.page.getByTestId('undo').first().click();
  await expect(replies.row('停车')).toHaveCount(1);

  await console.quit();
  console = await startConsole();
  replies = new RepliesScreen(console.page);
  await replies.open();
  await replies.search('daohuo');
  await expect(replies.row('到货时间')).toContainText('改成四点');
  await expect(replies.row('到货时间')).toHaveAttribute('data-uses', '1');
});

test('one key copies an answer on any page, over a dialog too, and leads back to where one was', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const replies = new RepliesScreen(page);
  await replies.open();
  await replies.add('营业时间', '早八点到晚十点');
  await replies.add('退款', '今天 {几点} 前退到{群名}的原账户');
  await new GroupsScreen(page).addAll(['一群']);

  for (const area of ['today', 'sop', 'calendar', 'members', 'orders', 'tags', 'settings']) {
    await page.getByTestId(`nav-${area}`).click();
    await page.locator(`[data-testid=page-${area}][data-ready=true]`).waitFor();
    await replies.quick('yysj');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('quick-reply')).toHaveCount(0);
    await expect.poll(() => clipboard(console)).toBe('早八点到晚十点');
    await console.app.evaluate(({ clipboard: board }) => board.clear());
  }
  await expect.poll(() => console.countRows('replyUses')).toBe(7);

  // Over a dialog, from a field: Escape closes the palette alone, and the field has the focus again.
  const members = new MembersScreen(page);
  await members.open();
  await page.getByTestId('member-add').click();
  const name = page.getByTestId('new-member-name');
  await name.fill('王');
  await replies.quick('退款');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('quick-reply')).toHaveCount(0);
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('王');
  await page.keyboard.press('Escape');

  // The answer's own blank is asked for on the spot; the group fills its name.
  await page.getByTestId('nav-groups').click();
  await replies.quick('退款');
  await page.getByTestId('quick-reply-group').click();
  await page.getByRole('option', { name: '一群' }).click();
  await replies.quickInput.press('Enter');
  await page.getByTestId('reply-value').fill('五点');
  await page.getByTestId('reply-value').press('Enter');
  await expect(page.getByTestId('quick-reply')).toHaveCount(0);
  await expect.poll(() => clipboard(console)).toBe('今天 五点 前退到一群的原账户');
  const uses = await console.rows('replyUses');
  expect(uses.filter(({ groupId }) => groupId !== undefined)).toHaveLength(1);
});

const CHAT = `———— 2026/11/19 ————
小满 09:31
今天几点到货？
团长阿芳 09:41
@小满 下午三点
三号楼李姐 10:02
草莓还有吗
小满 10:05
@三号楼李姐 接龙里还有十份
小满 21:10
坏果可以退吗`;

test('a pasted chat becomes questions with their answers, once; what waits is answered by a ready answer', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await new GroupsScreen(page).addAll(['一群', '二群']);
  const members = new MembersScreen(page);
  await members.open();
  await members.add('小满', '13900001111');
  await expect.poll(() => console.countRows('members')).toBe(1);
  const replies = new RepliesScreen(page);
  await replies.open();
  await replies.takeStarters();

  await replies.openQuestions();
  const plan = await replies.planChat('一群', CHAT);
  await expect(plan).toHaveAttribute('data-questions', '3');
  const official = replies.speaker('团长阿芳').getByRole('checkbox');
  await official.click();
  await expect(replies.speaker('团长阿芳')).toHaveAttribute('data-official', 'true');
  const planned = page.getByTestId('chat-plan-question');
  await expect(planned.nth(0)).toHaveAttribute('data-state', 'answered');
  await expect(planned.nth(1)).toContainText('小满');
  await expect(planned.nth(2)).toHaveAttribute('data-state', 'open');
  await replies.commitChat();
  await expect(replies.question('坏果可以退吗')).toBeVisible();
  expect(await console.countRows('chatQuestions')).toBe(3);
  expect(await console.rows('groupDays')).toMatchObject([
    { day: '2026-11-19', messages: 5, speakers: 3, source: 'chat' },
  ]);
  // What the known member asked twice and told somebody once.
  expect(await console.countRows('interactions')).toBe(3);
  await page.getByTestId('undo').first().click();
  await expect.poll(() => console.countRows('chatQuestions')).toBe(0);
  expect(await console.countRows('interactions')).toBe(0);
  expect(await console.countRows('groupDays')).toBe(0);

  await replies.planChat('一群', CHAT);
  await replies.commitChat();
  // The same chat again says that there is nothing to do.
  await expect(await replies.planChat('一群', CHAT)).toHaveAttribute('data-same', 'true');
  await page.keyboard.press('Escape');

  await replies.question('坏果可以退吗').getByTestId('question-find').click();
  await expect(replies.quickInput).toHaveValue('坏果可以退吗');
  await expect(replies.quickHits.first()).toContainText('坏果赔付');
  await replies.quickInput.press('Enter');
  await page.getByTestId('reply-value').fill('阿芳');
  await page.getByTestId('reply-value').press('Enter');
  await expect(replies.question('坏果可以退吗')).toHaveCount(0);
  await replies.show(1);
  await expect(replies.question('坏果可以退吗')).toContainText('坏果赔付');
  await expect.poll(() => clipboard(console)).toContain('阿芳');

  await replies.question('草莓还有吗').getByTestId('question-make-reply').click();
  await expect(page.getByTestId('reply-keyword')).toHaveValue('草莓还有吗');
  await page.getByTestId('reply-answer').fill('每周三补货');
  await page.getByTestId('reply-save').click();
  await expect.poll(() => console.countRows('replies')).toBe(49);
  await replies.question('草莓还有吗').getByTestId('question-more').click();
  await page.getByTestId('question-ignore').click();
  await expect(replies.question('草莓还有吗')).toHaveCount(0);

  await replies.show(3);
  await expect(page.getByTestId('answer-times-row')).toHaveAttribute('data-n', /\d/);
});

/** Own words for each: four characters out of a thousand, so that many begin alike. */
function manyKeywords(count: number): string {
  const signs = [
    ...'到货退款时间地址苹果草莓牛奶鸡蛋配送自提开票价格优惠积分会员群规活动预售保质售后发货快递',
  ];
  const at = (i: number) => signs[i % signs.length] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const word = at(i) + at(i * 7 + 3) + at(Math.floor(i / 41) + 5) + at(Math.floor(i / 1681) + 11);
    return `${word}${i}\t${at(i + 9)}${at(i * 3)}怎么办${i}\t第 ${i} 条答案，请看群公告`;
  }).join('\n');
}

test('five thousand entries are found by every key of a word, and only what is in sight is drawn', async ({
  startConsole,
}) => {
  test.slow();
  const console = await startConsole();
  const { page } = console;
  const replies = new RepliesScreen(page);
  await replies.open();
  await console.app.evaluate(
    ({ clipboard: board }, text) => board.writeText(text),
    manyKeywords(5000),
  );
  await page.getByTestId('reply-take-in').click();
  await expect(page.getByTestId('reply-import-text')).toBeFocused();
  await page.keyboard.press('Control+V');
  await page.getByTestId('reply-import-look').click();
  await expect(page.getByTestId('reply-import-counts')).toHaveAttribute('data-adds', '5000');
  await replies.commitTable();
  await expect.poll(() => console.countRows('replies')).toBe(5000);
  await replies.search('到');
  await expect(replies.rows.first()).toHaveAttribute('data-match', /prefix|exact/);
  expect(await replies.rows.count()).toBeLessThan(60);

  await page.keyboard.press('Control+J');
  await expect(replies.quickInput).toBeFocused();
  const found = page.getByTestId('quick-reply-hits');
  for (const [word, wanted] of [
    ['退送间', '退送间'],
    ['daokuan', '到款'],
    ['果到怎么办', '到款'],
    ['3777', '3777'],
  ] as const) {
    await replies.quickInput.fill('');
    for (let length = 1; length <= word.length; length += 1) {
      await page.keyboard.insertText(word.charAt(length - 1));
      await expect(found).toHaveAttribute('data-text', word.slice(0, length));
      expect(await replies.quickHits.count()).toBeLessThanOrEqual(8);
    }
    await expect(replies.quickHits.first()).toContainText(wanted);
  }
});
