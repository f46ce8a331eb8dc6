import { expect } from '@playwright/test';
import { AuditScreen } from '../pages/audit-screen';
import { PlacementScreen } from '../pages/placement-screen';
import { SopScreen } from '../pages/sop-screen';
import { readPeople } from './flow/flow-people';
import { mixTheClass } from './flow/place-by-class';
import type { RunningConsole } from './running-console';

const FINISHED = [1000, 700, 500, 300, 240, 200, 190];

/**
 * What the pages of flows show when they are in use: a finished run, one with people in the audit
 * and a refusal at the group, a plan of touches, a positioning card.
 */
export async function fillFlows(running: RunningConsole): Promise<void> {
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  for (const [index, count] of FINISHED.entries()) {
    await sop.complete(count);
    await expect(sop.step(index + 1)).toHaveAttribute('data-state', 'done');
  }

  await sop.open();
  await page.getByTestId('sop-tab-touch').click();
  await page.getByTestId('touch-new-plan').first().click();
  await page.getByTestId('touch-plan-save').click();
  await expect(page.getByTestId('touch-stage').first()).toBeVisible();

  await page.getByTestId('sop-tab-positioning').click();
  await page.getByTestId('positioning-add').click();
  await page.getByTestId('positioning-add-whole').click();
  await page.getByTestId('positioning-users').fill('社区里自己做饭的人');
  await page.keyboard.press('Tab');

  await mixTheClass(page);
  const { seller, shops, consumers } = await readPeople(running);
  await sop.open();
  await sop.startRun();
  const placement = new PlacementScreen(page);
  await placement.approve([seller, ...shops.slice(0, 2)]);
  const audit = new AuditScreen(page);
  const lines = consumers.slice(0, 3).map(({ name, phone }) => `${name} ${phone.slice(-11)}`);
  await audit.pasteList(lines, /名单里已有 3 人/);
  await placement.openStep();
  await page.getByTestId('placement-open-next').first().click();
  await expect(page.getByTestId('placement-refused')).toBeVisible();
}
