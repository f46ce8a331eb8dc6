import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';
import { SopScreen } from '../../pages/sop-screen';

test('funnel figures ask for their run, and become those of the newest', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const figures = '日期,步骤,人数\n2026-11-20,筛选目标用户,1000\n2026-11-20,社群广告位,400';
  const file = await writeInto(folder, '漏斗.csv', figures);
  await screen.choose('funnel', file);
  await expect(page.getByTestId('import-no-run')).toBeVisible();
  await screen.compare('漏斗.csv');
  expect(await screen.counts()).toMatchObject({ rejected: 2 });

  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await screen.open();
  await screen.choose('funnel', file);
  await expect(page.getByTestId('import-run')).toHaveValue(/./);
  await screen.compare('漏斗.csv');
  expect(await screen.counts()).toMatchObject({ create: 2, rejected: 0 });
  await screen.commit();
  expect(await running.rows('funnelCounts')).toHaveLength(2);
  await screen.undo();
  await expect(screen.undoReport).toBeVisible();
  expect(await running.rows('funnelCounts')).toHaveLength(0);
});

const SHEETS = {
  suppliers: '供应商,日期,温控异常率,损耗率\n春田农场,2026-11-20,0.2%,1.1%',
  weather: '日期,天气,最高气温,最低气温\n2026-11-20,晴,18,9',
} as const;

for (const kind of ['suppliers', 'weather'] as const) {
  test(`${kind} are compared, written and taken back like members`, async ({
    startConsole,
    folder,
  }) => {
    const running = await startConsole();
    const screen = new ImportScreen(running.page);
    await screen.open();
    await screen.importFile(kind, await writeInto(folder, `${kind}.csv`, SHEETS[kind]));
    await expect(screen.batches).toHaveCount(1);
    await screen.undo();
    await expect(screen.undoReport).toHaveAttribute('data-kept', '0');
    await expect(
      running.page.locator('[data-testid=import-batch][data-undone=true]'),
    ).toBeVisible();
  });
}
