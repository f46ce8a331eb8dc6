import { expect, test } from '../../fixtures';
import { reckonActivity, reckonKoc, reckonTrust, reckonWorth } from '../../lib/life/by-hand';
import { lifeDay, liveOn } from '../../lib/life/life-clock';
import { type LifePeople, lifePeople } from '../../lib/life/life-people';
import type { RunningConsole } from '../../lib/running-console';
import { countsOf, LIFE_STORES, readStoredState } from '../../lib/stored-state';
import { BoardScreen } from '../../pages/board-screen';
import { GroupScreen } from '../../pages/group-screen';
import { GroupTrustScreen } from '../../pages/group-trust-screen';
import { GroupsScreen } from '../../pages/groups-screen';
import { KocScreen } from '../../pages/koc-screen';
import { ListsScreen } from '../../pages/lists-screen';
import { TransferScreen } from '../../pages/transfer-screen';
import { WorthScreen } from '../../pages/worth-screen';

const [OLD, NEXT] = ['桂花里 1 群', '桂花里 2 群'] as const;
const CAPACITY = 14;
const [SECOND_LIST, ASLEEP, END] = [7, 42, 70];
/** The day from which hardly anybody says a word. */
const SILENT = 35;

const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);
const flow = (running: RunningConsole, key: string) =>
  running.page.locator(`[data-testid=group-flow][data-template=${key}]`);

const knownParts = ({ page }: RunningConsole) =>
  page.locator('[data-testid=activity-part][data-known=true]');

async function insideOf(running: RunningConsole, groupName: string): Promise<string[]> {
  const group = (await running.rows('groups')).find(({ name }) => name === groupName);
  return (await running.rows('memberships'))
    .filter((row) => row.groupId === group?.id && row.leftAt === undefined)
    .map((row) => String(row.memberId))
    .sort();
}

/** A list fills the group: its early phase begins, with its flows. */
async function fillUp(running: RunningConsole, first: readonly string[]): Promise<void> {
  const { page } = running;
  const lists = new ListsScreen(page);
  await lists.open(OLD);
  await lists.plan(first, lifeDay(0));
  await lists.expectCounts({ joined: CAPACITY, left: 0, stayed: 0, unknown: 0 });
  await lists.commit();
  const group = new GroupScreen(page);
  await group.openSection('overview');
  await expect(group.phase).toHaveAttribute('data-phase', 'early');
  await expect(group.phase).toContainText('第 1 天');
  await expect(group.flows()).toHaveCount(2);
  await expect(flow(running, 'entry-ceremony')).toContainText('审核身份');
  await expect(page.locator('[data-testid=story-line][data-kind=full]')).toHaveCount(1);
}

/** A week later two are gone, two are new, and all but one bear names as they like. */
async function pasteWeek(running: RunningConsole, { quiet, active, shop }: LifePeople) {
  const { page } = running;
  const lists = new ListsScreen(page);
  await lists.open(OLD);
  await page.getByTestId('nickname-edit').click();
  await page.getByTestId('nickname-field').fill('{店名}-{姓名}');
  await page.getByTestId('nickname-save').click();
  await expect(page.getByTestId('nickname-template')).toHaveText('{店名}-{姓名}');
  const [polite, ...others] = [...quiet.slice(2, CAPACITY - 2), ...active, shop];
  await lists.plan([`鲜果坊-${polite?.name}`, ...namesOf(others)]);
  await lists.expectCounts({ joined: 2, left: 2, stayed: 12, unknown: 0, ambiguous: 0 });
  await lists.expectCounts({ violators: CAPACITY - 1 });
  await lists.commit();
  await expect(lists.violators).toHaveCount(CAPACITY - 1);
  await page.getByTestId('nickname-copy-all').click();
  const clipboard = () => running.app.evaluate(({ clipboard: board }) => board.readText());
  await expect.poll(clipboard).toContain(shop.name);
  expect(await clipboard()).not.toContain(polite?.name);
  expect(await insideOf(running, OLD)).toEqual(
    [polite, ...others].map((it) => it?.id ?? '').sort(),
  );
}

/** The statistics of the chat, day by day, as they were written down meanwhile. */
async function pasteDays(running: RunningConsole, from: number, to: number): Promise<void> {
  const screen = new WorthScreen(running.page);
  await screen.openActivity(OLD);
  const lines = Array.from({ length: to - from }, (_, at) => {
    const day = from + at;
    const [messages, speakers] = day < SILENT ? [40, 6] : day % 7 === 0 ? [1, 1] : [0, 0];
    return `${lifeDay(day)}\t${messages}\t${speakers}`;
  });
  const plan = await screen.pasteDays(['日期\t消息数\t发言人数', ...lines]);
  await expect(plan).toHaveAttribute('data-errors', '0');
  await screen.savePaste();
}

/** Quiet for a week: seen on the board and in its activity, with the reason. */
async function fallAsleep(running: RunningConsole): Promise<void> {
  const { page } = running;
  await pasteDays(running, 0, ASLEEP);
  const screen = new WorthScreen(page);
  await expect(screen.wake).toHaveAttribute('data-state', 'asleep');
  await expect(page.locator('[data-testid=wake-sign][data-sign=messages]')).toContainText('0.1');
  await expect(page.getByTestId('wake-since')).toBeVisible();
  await reckonActivity(page);
  const board = new BoardScreen(page);
  await board.open();
  await expect(board.row(OLD)).toHaveAttribute('data-state', 'asleep');
  await expect(board.row(OLD)).toHaveAttribute('data-light', 'red');
  await board.row(OLD).getByTestId('life-proposal').click();
  const group = new GroupScreen(page);
  await expect(group.proposal).toHaveAttribute('data-to', 'middle');
  await page.getByTestId('phase-confirm').click();
  await expect(group.phase).toHaveAttribute('data-phase', 'middle');
  await expect(flow(running, 'group-iteration')).toHaveAttribute('data-status', 'running');
}

/** Four weeks more without a word: late, said by the figures and confirmed by the leader. */
async function becomeLate(running: RunningConsole): Promise<void> {
  const { page } = running;
  await pasteDays(running, ASLEEP, END);
  await expect(knownParts(running)).toHaveCount(4);
  await reckonActivity(page);
  const screen = new WorthScreen(page);
  const shown = Number(await screen.score.getAttribute('data-score'));
  expect(shown).toBeCloseTo(await screen.scoreByHand(), 1);
  const board = new BoardScreen(page);
  await board.open();
  await board.row(OLD).getByTestId('life-proposal').click();
  const group = new GroupScreen(page);
  await expect(group.proposal).toHaveAttribute('data-to', 'late');
  await page.getByTestId('phase-confirm').click();
  await expect(group.phase).toHaveAttribute('data-phase', 'late');
  await expect(page.locator('[data-testid=flow-start][data-template=revive-group]')).toBeVisible();
}

/** Trust and core members, reckoned by hand from what the screens show. */
async function reckonPeople(running: RunningConsole): Promise<void> {
  const { page } = running;
  const trust = new GroupTrustScreen(page);
  await new GroupScreen(page).open(OLD, 'trust');
  await trust.read('known', 14, 9, lifeDay(END - 4));
  await trust.read('newFriends', 13, 4, lifeDay(END - 4));
  await expect(trust.part('newFriends')).toContainText('4 / 13');
  await expect(trust.part('known')).toContainText('9 / 14');
  expect(await reckonTrust(page)).toBeGreaterThanOrEqual(3);
  const koc = new KocScreen(page);
  await koc.open('candidates');
  await koc.candidates.first().click();
  await reckonKoc(page);
  await page.keyboard.press('Escape');
}

/** It costs more than it brings, nobody is awake: the leader dissolves it, for these reasons. */
async function decide(running: RunningConsole): Promise<void> {
  const { page } = running;
  const screen = new WorthScreen(page);
  await screen.openWorth(OLD);
  await page.getByTestId('worth-span').getByText('4 周').click();
  await screen.addWeeklyHours(lifeDay(ASLEEP), '5');
  await expect(screen.gap('hoursWithoutRate')).toBeVisible();
  await (await screen.typeRates('80', '25')).click();
  await expect(screen.gap('hoursWithoutRate')).toHaveCount(0);
  await expect(screen.reason('loses')).toBeVisible();
  expect(await reckonWorth(page)).toBeLessThan(0);
  await expect(screen.fate).toHaveAttribute('data-fate', 'dissolve');
  await expect(screen.reason('lifeless')).toBeVisible();
  await expect(screen.change('gmv')).toHaveAttribute('data-leads-to', 'keep');
  await screen.decide('dissolve', '三周没有人说话');
  await expect(screen.decisions).toContainText('三周没有人说话');
  const [event] = (await running.rows('groupEvents')).filter(({ kind }) => kind === 'decision');
  expect(event?.evidence).toMatchObject({ decision: 'dissolve', advised: 'dissolve' });
  await page.getByTestId('decision-next').click();
}

/** Two active people move, one does not want to, and nobody takes the shop in: it is said why. */
async function moveOn(running: RunningConsole, { active, shop }: LifePeople): Promise<void> {
  const { page } = running;
  const screen = new TransferScreen(page);
  const [a, b, c] = active;
  if (!a || !b || !c) throw new Error('nobody to move');
  await screen.open(OLD);
  await screen.plan();
  const draft = (id: string) =>
    page.locator(`[data-testid=transfer-draft-person][data-member-id="${id}"]`);
  for (const { id } of active) await expect(draft(id)).toHaveAttribute('data-chosen', 'true');
  await page.getByText(/^没选的/).click();
  await draft(shop.id).click();
  await page.getByText(/^选上的/).click();
  await expect(page.getByTestId('transfer-draft-person')).toHaveCount(4);
  await expect(draft(shop.id)).toHaveAttribute('data-reason', 'identityConflict');
  await expect(draft(shop.id)).toContainText(NEXT);
  await screen.confirm();
  await screen.expectState(shop.id, 'refused');
  await expect(screen.person(shop.id)).toContainText('身份冲突，不能同群');

  await screen.act(a.id, 'invite');
  await screen.expectState(a.id, 'invited');
  const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(NEXT);
  await screen.act(a.id, 'moved');
  await screen.expectState(a.id, 'moved');
  await screen.act(b.id, 'moved');
  await screen.expectState(b.id, 'moved');
  await screen.person(c.id).click();
  await expect(page.getByTestId('transfer-panel')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('只想留在老群');
  await page.keyboard.press('Enter');
  await screen.expectState(c.id, 'declined');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('transfer-panel')).toHaveCount(0);
  await expect(screen.person(c.id)).toContainText('只想留在老群');
}

/** What the screens say of the group, to be compared with another time. */
async function faces(running: RunningConsole) {
  const { page } = running;
  const said: Record<string, unknown> = {};
  const board = new BoardScreen(page);
  await board.open();
  await board.arrange('list');
  const row = board.row(OLD);
  await expect(row).toBeVisible();
  said.board = await row.evaluate((it) => ({ ...(it as HTMLElement).dataset }));
  const group = new GroupScreen(page);
  await group.open(OLD);
  await expect(group.story.first()).toHaveAttribute('data-kind', 'reopened');
  said.phase = await group.phase.innerText();
  said.story = await group.story.allInnerTexts();
  await group.openSection('activity');
  await expect(knownParts(running)).toHaveCount(4);
  said.activity = await page.getByTestId('activity-part').allInnerTexts();
  await group.openSection('trust');
  said.trust = await page.getByTestId('trust-part').allInnerTexts();
  await group.openSection('lists');
  said.lists = await page.getByTestId('list-row').allInnerTexts();
  await group.openSection('worth');
  await page.getByTestId('worth-span').getByText('4 周').click();
  await expect(page.getByTestId('fate-reason').first()).toBeVisible();
  said.worth = await page.getByTestId('fate-reason').allInnerTexts();
  await group.openSection('transfer');
  said.people = await page.getByTestId('transfer-person').allInnerTexts();
  return said;
}

test('a group fills up, lives, falls asleep, is given up with reasons, comes back, and is the same tomorrow', async ({
  startFilled,
}) => {
  test.setTimeout(180_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const people = await lifePeople(running);
  const { quiet, active, shop } = people;
  await liveOn(page, 0);
  const groups = new GroupsScreen(page);
  await groups.add({ name: OLD, capacity: CAPACITY, identity: 'C 端' });
  await groups.add({ name: NEXT, capacity: 100, identity: 'C 端' });
  const lists = new ListsScreen(page);
  await lists.open(NEXT);
  await lists.plan(namesOf(quiet.slice(CAPACITY, CAPACITY + 1)), lifeDay(0));
  await lists.commit();
  await fillUp(running, namesOf([...quiet.slice(0, CAPACITY - 4), ...active, shop]));

  await liveOn(page, SECOND_LIST);
  await pasteWeek(running, people);
  await liveOn(page, ASLEEP);
  await fallAsleep(running);
  await liveOn(page, END);
  await becomeLate(running);
  await reckonPeople(running);
  await decide(running);
  await moveOn(running, people);

  // Flows are still under way: looked at, and let go with a reason.
  const screen = new TransferScreen(page);
  const now = page.getByTestId('dissolve-now');
  await expect(now).toBeDisabled();
  await screen.pass('runningFlows', '群都没了，不用再走');
  await expect(now).toBeEnabled();
  const before = await readStoredState(running, LIFE_STORES);
  await screen.dissolve();
  expect(await insideOf(running, OLD)).toEqual([]);
  await screen.undo();
  await expect(now).toBeVisible();
  expect(await readStoredState(running, LIFE_STORES)).toEqual(before);

  await screen.dissolve();
  const board = new BoardScreen(page);
  await board.open();
  await board.arrange('lanes');
  await expect(board.lane('dissolved')).toHaveAttribute('data-count', '1');
  await expect(board.lane('dissolved')).toContainText(OLD);
  const group = new GroupScreen(page);
  await group.open(OLD);
  await expect(group.story.first()).toHaveAttribute('data-kind', 'dissolved');
  await group.openSection('transfer');
  await page.getByTestId('group-reopen').click();
  await expect(now).toBeVisible();
  expect(await insideOf(running, OLD)).toHaveLength(CAPACITY - 2);
  expect(await insideOf(running, NEXT)).toHaveLength(3);

  const said = await faces(running);
  const state = await readStoredState(running, LIFE_STORES);
  await running.restart();
  await running.isReady('today');
  const again = await readStoredState(running, LIFE_STORES);
  expect(countsOf(again)).toEqual(countsOf(state));
  expect(again).toEqual(state);
  await liveOn(running.page, END);
  expect(await faces(running)).toEqual(said);
});
