import { readFile } from 'node:fs/promises';
import { expect, test } from '../../fixtures';
import { readPdf } from '../../lib/pdf';
import { FlowTemplatesScreen } from '../../pages/flow-templates-screen';
import { SopScreen } from '../../pages/sop-screen';

const KEY = 'traffic-7-steps';

test('a flow is changed into its second version while a run of the first goes on', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  const templates = new FlowTemplatesScreen(page);
  await templates.open();
  await expect(templates.rows).toHaveCount(11);
  await templates.row(KEY).getByTestId('flow-start').click();
  const sop = new SopScreen(page);
  await expect(sop.step(1)).toHaveAttribute('data-state', 'doing');
  const before = await running.rows('sopSteps');
  expect(before).toHaveLength(7);

  await templates.open();
  await templates.choose(KEY, 'edit');
  await expect(page.getByTestId('flow-untouched')).toContainText(
    '1 条进行中的流程用的是旧版，不会变',
  );
  await templates.write('step-title', '圈定这一轮的人');
  await expect(page.getByTestId('draft-step-1')).toContainText('圈定这一轮的人');
  await page.getByTestId('undo').first().click();
  await expect(page.getByTestId('step-title')).toHaveValue('筛选目标用户');
  await templates.write('step-title', '圈定这一轮的人');

  await page.getByTestId('draft-add-step').click();
  await expect(page.getByTestId('flow-problems')).toContainText('没有指标');
  await expect(page.getByTestId('flow-publish')).toBeDisabled();
  await templates.write('step-title', '第二天回访');
  await templates.write('step-action', '问一句用得怎么样');
  await templates.write('metric-name', '回话的人数');
  await expect(page.getByTestId('flow-publish')).toBeEnabled();
  const added = page.getByTestId('draft-step-8').getByRole('button', { name: /第二天回访/ });
  await added.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTestId('draft-step-7')).toContainText('第二天回访');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTestId('draft-step-6')).toContainText('第二天回访');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByTestId('draft-step-7')).toContainText('第二天回访');
  await templates.publish('加一步回访');
  await expect(page.getByTestId('flow-version')).toHaveCount(2);
  await expect(page.getByTestId('flow-version').first()).toContainText('加一步回访');
  expect(await running.rows('sopSteps')).toEqual(before);

  await running.restart();
  const again = new FlowTemplatesScreen(running.page);
  await again.open();
  await again.row(KEY).getByTestId('flow-start').click();
  await expect(running.page.getByTestId('sop-step-8')).toBeVisible();
  await expect(running.page.getByTestId('sop-step-7')).toContainText('第二天回访');
  expect(
    (await running.rows('sopSteps')).filter(({ runId }) => runId === before[0]?.runId),
  ).toEqual(before);
});

test('a flow goes out as a file and comes in again; hostile files do nothing', async ({
  startConsole,
}, testInfo) => {
  const running = await startConsole();
  const { page } = running;
  const templates = new FlowTemplatesScreen(page);
  await templates.open();
  const path = testInfo.outputPath('flow.qunduo-flow.json');
  await running.answerSaveDialog(path);
  await templates.choose('crisis', 'export');
  await expect(page.getByTestId('toast').first()).toContainText('已导出');
  const text = await readFile(path, 'utf8');

  await templates.importFile('a.qunduo-flow.json', text);
  await expect(page.getByRole('dialog')).toContainText('两版一样，没有差别');
  await page.keyboard.press('Escape');
  const changed = JSON.parse(text);
  changed.template.name.zh = '<img src=x onerror="window.hacked=1">';
  changed.template.steps[0].action.zh = '先回一句';
  await templates.importFile('b.qunduo-flow.json', JSON.stringify(changed));
  await expect(page.getByTestId('flow-differences')).toHaveAttribute('data-count', '2');
  await page.getByTestId('flow-import-own').click();
  await expect(page.getByTestId('flow-text')).toContainText('先回一句');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(changed.template.name.zh);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await running.rows('sopTemplates')).toHaveLength(1);

  const pdfPath = testInfo.outputPath('flow.pdf');
  await running.answerSaveDialog(pdfPath);
  await page.getByTestId('flow-print').click();
  await page.getByTestId('flow-pdf').click();
  await expect(page.getByTestId('toast').last()).toContainText('flow.pdf');
  const pdf = await readPdf(pdfPath);
  expect(pdf.text).toContain('先回一句');
  expect(pdf.text).toContain('<imgsrc=xonerror=');

  await templates.open();
  const faults = page.getByTestId('flow-file-faults');
  await templates.importFile('c.json', 'not a flow');
  await expect(faults).toContainText('不是群舵的流程文件');
  await page.keyboard.press('Escape');
  delete changed.template.steps[1].metric;
  await templates.importFile('d.json', JSON.stringify(changed));
  await expect(faults).toContainText('第 2 步没有指标');
  await page.keyboard.press('Escape');
  await templates.importFile('e.json', JSON.stringify({ ...changed, formatVersion: 2 }));
  await expect(faults).toContainText('先升级');
  await page.keyboard.press('Escape');

  await templates.choose('touch-five', 'archive');
  await expect(templates.row('touch-five')).toHaveCount(0);
  await page.getByRole('button', { name: '看收起的 1 个' }).click();
  await templates.row('touch-five').getByRole('button', { name: '恢复' }).click();
  await expect(templates.row('touch-five').getByTestId('flow-start')).toBeVisible();
  expect(await running.rows('sopTemplates')).toHaveLength(1);
});
