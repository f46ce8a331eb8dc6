/**
 * What a column holds, which decides how a cell is written. `id` and `phone` stay text whatever
 * their digits; `money` is integer fen; `moment` UTC ms; `day` `YYYY-MM-DD`; `rate` a share from 0 to 1.
 */
export type ExportCellType =
  | 'text'
  | 'id'
  | 'phone'
  | 'day'
  | 'moment'
  | 'money'
  | 'integer'
  | 'number'
  | 'rate';

export type ExportValue = string | number | undefined;

export type ExportColumn<Key extends string = string> = {
  key: Key;
  /** Titles that our own importer knows, so that an export can be read back. */
  zh: string;
  en: string;
  type: ExportCellType;
  /** Says who or where somebody is: shown with a mark where columns are chosen. */
  isPersonal?: true;
  /** Not among the columns that are chosen at first. */
  isExtra?: true;
};

export type ExportLanguage = 'zh' | 'en';
