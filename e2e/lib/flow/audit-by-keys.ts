import { expect } from '@playwright/test';
import { AuditScreen } from '../../pages/audit-screen';
import { SopScreen } from '../../pages/sop-screen';
import type { RunningConsole } from '../running-console';
import { APPROVED } from './flow-counts';
import type { FlowPeople } from './flow-people';

/** Twenty people of the roster by keys alone: the last two consumers are asked again and rejected. */
export async function auditByKeys(running: RunningConsole, people: FlowPeople): Promise<string[]> {
  const { page } = running;
  const sop = new SopScreen(page);
  const audit = new AuditScreen(page);
  const { seller, shops, consumers } = people;
  const others = [...shops, ...consumers];
  const line = ({ name, phone }: { name: string; phone: string }) => `${name} ${phone.slice(-11)}`;
  await audit.open();
  // The seller wrote first, and so is checked and placed first.
  await audit.pasteList([line(seller)], /名单里已有 1 人/);
  await audit.pasteList(others.map(line), /名单里已有 19 人/);
  const [asked, rejected] = consumers.slice(-2).map(({ id }) => id);
  const approved: string[] = [];
  let id = seller.id;
  for (let left = 1 + others.length; left > 0; left -= 1) {
    await expect(audit.card).toHaveAttribute('data-member-id', id);
    if (id === rejected) await audit.press('r', '1', 'Enter');
    else if (id === asked) await audit.press('s', '1', 'Enter');
    else approved.push(id);
    if (approved.at(-1) === id) await audit.press('a');
    if (left === 1) break;
    await expect(audit.card).not.toHaveAttribute('data-member-id', id);
    id = (await audit.card.getAttribute('data-member-id')) ?? '';
  }
  await expect(page.getByTestId('audit-done')).toBeVisible();
  const statuses = async () => (await running.rows('audits')).map(({ status }) => status).sort();
  await expect
    .poll(statuses)
    .toEqual([...Array(APPROVED).fill('approved'), 'askAgain', 'rejected']);
  await expect(sop.metric).toHaveValue(String(APPROVED));
  await page.getByTestId('sop-complete-step').click();
  await expect(sop.step(6)).toHaveAttribute('data-state', 'done');
  return approved;
}
