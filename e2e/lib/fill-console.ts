import { expect } from '@playwright/test';
import { CalendarScreen } from '../pages/calendar-screen';
import { ImportScreen } from '../pages/import-screen';
import { MembersScreen } from '../pages/members-screen';
import { SopScreen } from '../pages/sop-screen';
import type { RunningConsole } from './running-console';
import { type SampleFiles, writeSampleFiles } from './sample-files';

/** A roster and orders, imported as a leader does it. */
export async function importSample(
  running: RunningConsole,
  folder: string,
  sizes: { members: number; orders: number },
): Promise<SampleFiles> {
  const files = writeSampleFiles(folder, sizes);
  const screen = new ImportScreen(running.page);
  await screen.open();
  await screen.importFile('members', files.roster);
  await screen.importFile('orders', files.orders);
  return files;
}

/** A day's work after the import: a run, a week, a tag by hand. */
export async function workByHand(running: RunningConsole): Promise<void> {
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await sop.complete(400);
  await expect(sop.step(1)).toHaveAttribute('data-state', 'done');
  await sop.complete(260);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'done');

  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByMouse(0, 'morning', '早安签到');
  await calendar.addByMouse(3, 'night', '会员专享：土鸡蛋');

  const members = new MembersScreen(page);
  await members.open();
  const id = await members.rows.first().getAttribute('data-member-id');
  await members.openMember(id ?? '');
  await members.addTag('爱吃水果');
}
