import { join } from 'node:path';
import { expect } from '@playwright/test';
import { CalendarScreen } from '../../pages/calendar-screen';
import { PrintScreen } from '../../pages/print-screen';
import { hasAllFonts, readPdf, withoutSpaces } from '../pdf';
import type { RunningConsole } from '../running-console';

const shortDate = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** Both editions as PDF: every title and every date of the week, the texts only inside the house. */
export async function printWeek(running: RunningConsole, folder: string): Promise<void> {
  const { page } = running;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  const dates = [0, 1, 2, 3, 4, 5, 6].map((day) => calendar.date(day));
  const items = (await running.rows('contentItems')).filter(({ date }) =>
    dates.includes(String(date)),
  );
  expect(items.length).toBeGreaterThan(8);
  const print = new PrintScreen(page);
  await print.open();
  for (const edition of ['成员版', '内部版'] as const) {
    await print.choose('打印版本', edition);
    const name = `week-${edition}.pdf`;
    const path = join(folder, name);
    await running.answerSaveDialog(path);
    await print.save('pdf', name);
    const pdf = await readPdf(path);
    const missing = [...items.map(({ title }) => String(title)), ...dates.map(shortDate)].filter(
      (words) => !pdf.text.includes(withoutSpaces(words)),
    );
    expect(missing).toEqual([]);
    expect(pdf.pages).toBe(await print.pages());
    expect(await hasAllFonts(path)).toBe(true);
    expect(pdf.text.includes(withoutSpaces('今晚吃什么，晒一道'))).toBe(edition === '内部版');
  }
  await print.close();
}
