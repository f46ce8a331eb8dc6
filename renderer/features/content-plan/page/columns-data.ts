import type { ColumnUse } from '@shared/domain/calendar/column.rules';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import type { ContentColumn } from '@shared/domain/calendar/content.schema';

/** What the parts of the page share. */
export type ColumnsData = {
  columns: readonly ColumnChoice[];
  /** Editions and columns of one's own, as stored. */
  stored: readonly ContentColumn[];
  /** How often each is planned this month. */
  uses: readonly ColumnUse[];
  today: string;
};
