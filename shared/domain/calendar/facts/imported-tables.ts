import type { HolidayTable } from '../holiday-table.schema';
import type { OfficialDay } from './chinese-days';

/**
 * The holiday tables that somebody brought for years that the console does not know. They are set once by whoever opens the database (the window and
 * the data worker each for itself) and again whenever they change, so every answer here agrees with
 * what is stored.
 */
type ImportedYear = ReadonlyMap<string, OfficialDay>;

let imported: ReadonlyMap<string, ImportedYear> = new Map();

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  劳动: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆: 'National Day',
};

function englishName(name: string): string {
  const found = Object.entries(ENGLISH).filter(([zh]) => name.includes(zh));
  return found.length > 0 ? found.map(([, en]) => en).join(', ') : name;
}

/** Takes the stored tables (all of them) in place of those set before. */
export function setHolidayTables(tables: readonly HolidayTable[]): void {
  imported = new Map(
    tables.map(({ id, days }) => [
      id,
      new Map(
        days.map(({ day, name, isOff }) => [day, { isOff, zh: name, en: englishName(name) }]),
      ),
    ]),
  );
}

/** What the imported table of a day's year says; `undefined` while there is none. */
export function importedYear(day: string): ImportedYear | undefined {
  return imported.get(day.slice(0, 4));
}
