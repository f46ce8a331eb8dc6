import { expect, type Page } from '@playwright/test';
import { BoardScreen } from './board-screen';
import { ExperimentsScreen } from './experiments-screen';
import { GroupRulesScreen } from './group-rules-screen';
import { GroupScreen } from './group-screen';
import { GroupTrustScreen } from './group-trust-screen';
import { GrowthScreen } from './growth-screen';
import { ImportScreen } from './import-screen';
import { InsightsScreen } from './insights-screen';
import { KocScreen } from './koc-screen';
import { ListsScreen } from './lists-screen';
import { PlacementScreen } from './placement-screen';
import { RepliesScreen } from './replies-screen';
import { SegmentsScreen } from './segments-screen';
import { TransferScreen } from './transfer-screen';
import { WorthScreen } from './worth-screen';

/** How to get to a screen from wherever one is; by handles only, so that it works in any language. */
export type Screen = { name: string; open: (page: Page) => Promise<unknown> };

async function openArea(page: Page, area: string): Promise<void> {
  await page.getByTestId(`nav-${area}`).click();
  await page.locator(`[data-testid=page-${area}][data-ready=true]`).waitFor();
}

const area = (name: string): Screen => ({ name, open: (page) => openArea(page, name) });

const within = (name: string, areaName: string, go: (page: Page) => Promise<unknown>): Screen => ({
  name,
  open: async (page) => {
    await openArea(page, areaName);
    await go(page);
  },
});

const dialog = (page: Page) => expect(page.getByRole('dialog').first()).toBeVisible();

export async function readAreas(page: Page): Promise<Screen[]> {
  const links = page.locator('[data-testid^=nav-]');
  const handles = await links.evaluateAll((all) => all.map((it) => it.getAttribute('data-testid')));
  return handles.map((handle) => area((handle ?? '').replace('nav-', '')));
}

/** The list of segments, with two of the ready-made ones in it. */
async function openSegments(page: Page): Promise<void> {
  const segments = new SegmentsScreen(page);
  await segments.open();
  for (const key of ['one-order', 'sleeping-30']) {
    const add = page
      .locator(`[data-testid=segment-ready][data-key=${key}]`)
      .getByTestId('segment-ready-add');
    if (await add.isEnabled()) await add.click();
    await expect(add).toBeDisabled();
  }
  await expect(segments.rows.first()).toHaveAttribute('data-count', /\d/);
}

/** What opens inside the areas, once there are members, orders, a run and a week. */
export const innerScreens = (files: { roster: string; orders: string }): Screen[] => [
  ...(['classes', 'waiting', 'misplaced'] as const).map((tab) =>
    within(`group-${tab}`, 'groups', (page) => new PlacementScreen(page).openGroups(tab)),
  ),
  within('group-class', 'groups', async (page) => {
    await new PlacementScreen(page).openGroups('classes');
    await page.getByTestId('class-new').click();
    await expect(page.getByTestId('class-name')).toBeVisible();
  }),
  within('group-overview', 'groups', async (page) => {
    const group = new GroupScreen(page);
    await group.openFirst();
    if ((await group.flows().count()) === 0) await group.markFull();
    await expect(group.flows().first()).toBeVisible();
  }),
  within('group-people', 'groups', (page) => new GroupScreen(page).openFirst('people')),
  ...(['phase-change', 'phase-full', 'group-flows-settings', 'story-note'] as const).map((button) =>
    within(`group-${button}`, 'groups', async (page) => {
      await new GroupScreen(page).openFirst();
      await page.getByTestId(button).click();
      await dialog(page);
    }),
  ),
  within('group-lists', 'groups', (page) => new ListsScreen(page).showPlan()),
  within('group-list', 'groups', (page) => new ListsScreen(page).showList()),
  within('group-nicknames', 'groups', (page) => new ListsScreen(page).showTemplate()),
  within('group-overlaps', 'groups', (page) => new ListsScreen(page).openOverlaps()),
  within('group-board', 'groups', (page) => new BoardScreen(page).open()),
  within('group-board-lanes', 'groups', async (page) => {
    const board = new BoardScreen(page);
    await board.open();
    await board.arrange('lanes');
    await board.lane('early').waitFor();
  }),
  within('group-board-why', 'groups', async (page) => {
    const board = new BoardScreen(page);
    await board.open();
    await board.arrange('list');
    await page.getByTestId('life-explain').first().click();
    await expect(page.getByTestId('standing-panel')).toBeVisible();
  }),
  within('group-standards', 'groups', async (page) => {
    const board = new BoardScreen(page);
    await board.open();
    await board.openStandards();
  }),
  within('group-trust', 'groups', (page) => new GroupTrustScreen(page).openAll()),
  within('group-trust-weights', 'groups', async (page) => {
    const trust = new GroupTrustScreen(page);
    await trust.openAll();
    await trust.openWeights();
  }),
  within('group-trust-one', 'groups', (page) => new GroupScreen(page).openFirst('trust')),
  within('group-trust-reading', 'groups', async (page) => {
    await new GroupScreen(page).openFirst('trust');
    await page.getByTestId('reading-add').click();
    await dialog(page);
  }),
  within('group-rules', 'groups', async (page) => {
    await new GroupRulesScreen(page).openAll();
    const ready = page.getByTestId('rules-ready');
    await ready.click();
    await expect(page.getByTestId('rule-row').first()).toBeVisible();
  }),
  within('group-rules-one', 'groups', (page) => new GroupScreen(page).openFirst('rules')),
  ...(['rule-add', 'ledger-add'] as const).map((button) =>
    within(`group-${button}`, 'groups', async (page) => {
      await new GroupScreen(page).openFirst('rules');
      await page.getByTestId(button).click();
      await dialog(page);
    }),
  ),
  within('group-transfer-draft', 'groups', (page) => new TransferScreen(page).showDraft()),
  within('group-transfer', 'groups', (page) => new TransferScreen(page).showPlan()),
  within('group-transfer-words', 'groups', async (page) => {
    await new TransferScreen(page).showPlan();
    await page.getByTestId('transfer-words').click();
    await dialog(page);
  }),
  within('group-activity', 'groups', (page) => new WorthScreen(page).showActivity()),
  within('group-revive', 'groups', async (page) => {
    await new WorthScreen(page).showActivity();
    await page.getByTestId('revive-start').click();
    await dialog(page);
  }),
  within('group-days', 'groups', async (page) => {
    const worth = new WorthScreen(page);
    await worth.showActivity();
    await worth.pasteDays(['date\tmessages', '2026-01-05\t12', '2026-01-05\t14', '?\t3']);
  }),
  within('group-worth', 'groups', (page) => new WorthScreen(page).showWorth()),
  ...(['decide', 'input-add'] as const).map((button) =>
    within(`group-${button}`, 'groups', async (page) => {
      await new WorthScreen(page).showWorth();
      await page.getByTestId(button).click();
      await dialog(page);
    }),
  ),
  within('group-replies', 'groups', async (page) => {
    const replies = new RepliesScreen(page);
    await replies.open();
    const starters = page.getByTestId('reply-starters');
    if (await starters.isVisible()) await starters.click();
    await expect(replies.rows.first()).toBeVisible();
  }),
  within('group-reply', 'groups', async (page) => {
    const replies = new RepliesScreen(page);
    await replies.open();
    await replies.rows.first().click();
    await expect(page.getByTestId('reply-figures')).toBeVisible();
  }),
  ...(['reply-add', 'reply-take-in'] as const).map((button) =>
    within(`group-${button}`, 'groups', async (page) => {
      await new RepliesScreen(page).open();
      await page.getByTestId(button).click();
      await dialog(page);
    }),
  ),
  within('group-reply-plan', 'groups', async (page) => {
    const replies = new RepliesScreen(page);
    await replies.open();
    await replies.planTable('关键词\t同义词\t答案\n起送\t满多少\t满 {金额} 元起送\n\t\t没有关键词');
  }),
  within('group-questions', 'groups', (page) => new RepliesScreen(page).openQuestions()),
  within('group-chat-paste', 'groups', async (page) => {
    await new RepliesScreen(page).openQuestions();
    await page.getByTestId('chat-take').click();
    await expect(page.getByTestId('chat-paste')).toBeVisible();
  }),
  within('group-chat-plan', 'groups', async (page) => {
    const replies = new RepliesScreen(page);
    await replies.openQuestions();
    await replies.showChatPlan('小满 09:31\n今天几点到货？\n团长阿芳 09:41\n@小满 下午三点');
  }),
  within('quick-reply', 'today', async (page) => {
    await page.keyboard.press('Control+J');
    await expect(page.getByTestId('quick-reply-input')).toBeVisible();
    await expect(page.getByTestId('quick-reply-hits')).toBeAttached();
  }),
  ...(['pool', 'candidates', 'friends'] as const).map((view) =>
    within(`koc-empty-${view}`, 'groups', (page) => new KocScreen(page).open(view)),
  ),
  within('calendar-adding', 'calendar', async (page) => {
    await page.locator('[data-cell]').nth(8).dblclick();
    await expect(page.getByTestId('cal-title-input')).toBeVisible();
  }),
  within('calendar-item', 'calendar', async (page) => {
    await page.getByTestId('cal-item').first().click();
    await dialog(page);
  }),
  ...(['day', 'month'] as const).map((view, at) =>
    within(`calendar-${view}`, 'calendar', async (page) => {
      await page
        .getByTestId('page-calendar')
        .locator('label')
        .nth(at * 2)
        .click();
      await page.locator('[data-testid=page-calendar][data-ready=true]').waitFor();
    }),
  ),
  within('calendar-week', 'calendar', async (page) => {
    await page.getByTestId('page-calendar').locator('label').nth(1).click();
    await expect(page.getByTestId('cal-item').first()).toBeVisible();
  }),
  ...(['templates', 'month', 'greetings'] as const).map((what, at) =>
    within(`calendar-fill-${what}`, 'calendar', async (page) => {
      await page.getByTestId('plan-quickly').click();
      await page.getByRole('menuitem').nth(at).click();
      await dialog(page);
      await expect(page.getByTestId('place-confirm')).toBeVisible();
    }),
  ),
  within('calendar-print', 'calendar', async (page) => {
    await page.getByTestId('cal-print').click();
    await dialog(page);
  }),
  ...(['columns', 'check', 'results'] as const).map((tab) =>
    within(`calendar-${tab}`, 'calendar', async (page) => {
      await page.getByTestId(`calendar-tab-${tab}`).click();
      await page.locator(`[data-testid=page-calendar-${tab}][data-ready=true]`).waitFor();
    }),
  ),
  within('calendar-assets', 'calendar', async (page) => {
    await page.getByTestId('calendar-tab-assets').click();
    await page.locator('[data-testid=page-calendar-assets][data-ready=true]').waitFor();
  }),
  within('calendar-library', 'calendar', async (page) => {
    await page.getByTestId('calendar-tab-assets').click();
    await page.getByTestId('assets-part').locator('label').nth(1).click();
    await expect(page.getByTestId('library-add').first()).toBeVisible();
  }),
  within('calendar-send', 'calendar', async (page) => {
    await page.getByTestId('calendar-tab-send').click();
    await page.locator('[data-testid=page-calendar-send][data-ready=true]').waitFor();
    await expect(page.getByTestId('send-adherence')).toBeVisible();
  }),
  within('calendar-experiments', 'calendar', (page) => new ExperimentsScreen(page).open()),
  within('calendar-experiment', 'calendar', async (page) => {
    const experiments = new ExperimentsScreen(page);
    await experiments.open();
    await experiments.openNew();
    await page.getByTestId('experiment-add-arm').click();
  }),
  within('member', 'members', async (page) => {
    await page.getByTestId('member-row').nth(2).click();
    await expect(page.getByTestId('member-panel')).toBeVisible();
    await expect(page.getByTestId('timeline-entry').first()).toBeVisible();
  }),
  within('member-erase', 'members', async (page) => {
    await page.getByTestId('member-row').nth(2).click();
    await page.getByTestId('member-more').click();
    await page.getByTestId('member-erase').click();
    await expect(page.getByTestId('erase-typed')).toBeVisible();
  }),
  within('duplicates', 'members', async (page) => {
    await page.getByTestId('members-duplicates').click();
    await page.locator('[data-testid=page-duplicates][data-ready=true]').waitFor();
  }),
  within('segments', 'members', (page) => openSegments(page)),
  within('segment-builder', 'members', async (page) => {
    const segments = new SegmentsScreen(page);
    await segments.open();
    await segments.begin();
    for (const start of ['ordered', 'aNotB', 'persona', 'inGroup', 'saidBad']) {
      // The menu of the click before may still be closing.
      await expect(async () => {
        const choice = page.getByTestId(`rule-start-${start}`);
        if (!(await choice.isVisible())) await page.getByTestId('rule-add').last().click();
        await choice.click({ timeout: 2000 });
      }).toPass();
    }
    await segments.act(segments.conditions.nth(1), 'rule-wrap');
    await segments.act(segments.conditions.nth(0), 'rule-hold');
    await expect(segments.count).toBeVisible();
    await expect(page.getByTestId('rule-sample')).toBeVisible();
  }),
  within('segment-combine', 'members', async (page) => {
    await openSegments(page);
    await page.getByTestId('segment-combine').click();
    for (const [i, at] of ['combine-0', 'combine-1'].entries()) {
      await page.getByTestId(at).click();
      await page.getByRole('option').nth(i).click();
    }
    await expect(page.getByTestId('combine-count')).toHaveAttribute('data-count', /\d/);
  }),
  within('members-chosen', 'members', async (page) => {
    await openSegments(page);
    await page.getByTestId('segment-more').first().click();
    await page.getByTestId('segment-open').click();
    await expect(page.getByTestId('people-choice')).toBeVisible();
    await page.getByTestId('member-row').first().getByRole('checkbox').click();
    await page.getByTestId('batch-note').click();
    await expect(page.getByTestId('batch-note-text')).toBeVisible();
  }),
  within('members-all-again', 'members', async (page) => {
    await page.getByTestId('people-choice-clear').click();
    await expect(page.getByTestId('people-choice')).toBeHidden();
  }),
  within('growth-value', 'members', (page) => new GrowthScreen(page).open()),
  within('feelings', 'members', async (page) => {
    await page.getByTestId('members-tab-feelings').click();
    await page.locator('[data-testid=page-feelings][data-ready=true]').waitFor();
  }),
  within('order', 'orders', async (page) => {
    await page.getByTestId('order-row').nth(2).click();
    await dialog(page);
  }),
  ...(['persona', 'quadrants', 'rfm', 'cohorts', 'value', 'plays'] as const).map((tab) =>
    within(`insights-${tab}`, 'members', (page) => new InsightsScreen(page).open(tab)),
  ),
  ...(['persona', 'quadrants', 'rfm', 'value'] as const).map((tab) =>
    within(`insights-${tab}-settings`, 'members', async (page) => {
      await new InsightsScreen(page).open(tab);
      await page.getByTestId('insights-edit').click();
      await expect(
        page.getByTestId(`insights-settings-${tab === 'value' ? 'ltv' : tab}`),
      ).toBeVisible();
    }),
  ),
  within('insights-play-start', 'members', async (page) => {
    await new InsightsScreen(page).open('quadrants');
    await page.getByTestId('quadrant-play-potential').click();
    await expect(page.getByTestId('play-count')).toBeVisible();
  }),
  within('tag-dialog', 'tags', async (page) => {
    await page.getByTestId('tag-add').click();
    await expect(page.getByTestId('tag-name')).toBeVisible();
  }),
  within('tag', 'tags', async (page) => {
    await page.getByTestId('tag-open').nth(2).click();
    await expect(page.getByTestId('tag-panel')).toBeVisible();
    await expect(page.getByTestId('tag-person').first()).toBeVisible();
  }),
  within('tag-rule', 'tags', async (page) => {
    await page.getByTestId('tag-open').nth(4).click();
    await page.getByTestId('tag-edit').click();
    await expect(page.getByTestId('rule-builder')).toBeVisible();
    await page.getByTestId('tag-trial').click();
    await expect(page.getByTestId('tag-trial-result')).toBeVisible();
  }),
  within('tag-spot-check', 'tags', async (page) => {
    await page.getByTestId('tag-open').nth(2).click();
    await page.getByTestId('spot-draw').click();
    await expect(page.getByTestId('explained').first()).toBeVisible();
  }),
  within('tag-panel', 'tags', async (page) => {
    await page.getByTestId('tag-row').first().getByTestId('tag-open').click();
    await expect(page.getByTestId('tag-panel')).toBeVisible();
  }),
  within('import-recognised', 'import', async (page) => {
    await new ImportScreen(page).choose('orders', files.orders);
    await expect(page.getByTestId('import-next')).toBeVisible();
  }),
  within('import-planned', 'import', (page) => new ImportScreen(page).plan('orders', files.orders)),
  within('settings-backups', 'settings', async (page) => {
    await page.getByTestId('settings-backups').click();
    await expect(page.getByTestId('backup-row').first()).toBeVisible();
  }),
  within('settings-sync', 'settings', async (page) => {
    await page.getByTestId('settings-sync').click();
    await expect(page.getByTestId('sync-join')).toBeVisible();
  }),
  within('settings-sync-office', 'settings', async (page) => {
    await page.getByTestId('settings-sync').click();
    await page.getByTestId('sync-reach-office').click();
    await expect(page.getByTestId('sync-office-yes')).toBeVisible();
  }),
  within('settings-hand-off', 'settings', async (page) => {
    await page.getByTestId('settings-hand-off').click();
    await page.getByTestId('hand-off').waitFor();
  }),
  within('settings-privacy', 'settings', (page) => page.getByTestId('settings-privacy').click()),
  within('settings-restore', 'settings', async (page) => {
    await page.getByTestId('settings-backups').click();
    await page.getByTestId('backup-restore').first().click();
    await expect(page.getByTestId('backup-restore-confirm')).toBeVisible();
  }),
  within('settings-about', 'settings', (page) => page.getByRole('tab').last().click()),
  within('search', 'today', async (page) => {
    await page.keyboard.press('Control+K');
    await page.locator('input[data-testid=search]').fill('1');
    await expect(page.getByTestId('search-hit').first()).toBeVisible();
  }),
];
