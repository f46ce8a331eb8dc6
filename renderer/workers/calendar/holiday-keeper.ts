import { setHolidayTables } from '@shared/domain/calendar/facts/imported-tables';
import type { HolidayTable } from '@shared/domain/calendar/holiday-table.schema';
import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

/** Keeps the calendar's facts in this worker in step with the imported holiday tables. */
export class HolidayKeeper {
  private loading: Promise<void>;

  constructor(private readonly db: ConsoleDb) {
    this.loading = this.load();
  }

  onCommit(entities: readonly EntityName[]): void {
    if (entities.includes('holidayTables')) this.loading = this.load();
  }

  /** Resolves once the facts are those of the last commit; a command counts working days by them. */
  settle(): Promise<void> {
    return this.loading;
  }

  private async load(): Promise<void> {
    const rows: unknown = await rowTable(this.db, 'holidayTables').toArray();
    setHolidayTables(rows as HolidayTable[]);
  }
}
