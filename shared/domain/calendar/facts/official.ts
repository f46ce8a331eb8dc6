import { isYearPublished, type OfficialDay, publishedDay } from './chinese-days';
import { importedYear } from './imported-tables';

/** Whether the console itself comes with a year's (`2026`) holidays; a table for it changes nothing. */
export function isBuiltInYear(year: string): boolean {
  return isYearPublished(`${year}-01-01`);
}

/** The arrangement that names this day (`YYYY-MM-DD`), off or made up for; nothing for ordinary days. */
export function officialDay(day: string): OfficialDay | undefined {
  return isYearPublished(day) ? publishedDay(day) : importedYear(day)?.get(day);
}

/** Whether the holidays of a day's year are known: published with the console, or imported. */
export function isYearAnnounced(day: string): boolean {
  return isYearPublished(day) || importedYear(day) !== undefined;
}
