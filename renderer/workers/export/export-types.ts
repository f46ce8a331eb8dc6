import type { ExportLanguage } from '@shared/domain/export/export-column';
import type { ExportList } from '@shared/domain/export/export-lists';
import type { MemberQuery, OrderFilter } from '../index/list-types';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Which records of a list: what the screen shows of it, or those that are ticked. Nothing said: all. */
export type ExportScope = {
  /** Members as they are filtered and sorted on screen; for lists of members. */
  members?: MemberQuery;
  memberIds?: string[];
  /** Orders as they are filtered on screen, newest first. */
  orders?: OrderFilter;
  /** One run's funnel, with the counts that stand on screen by step. */
  run?: { id: string; counts: Record<string, number> };
  /** Member lists of one group, or one of its lists. */
  roster?: { groupId: string; listId?: string };
};

/** Words that cells are written in; the window has them. */
export type ExportWords = {
  sheetName: string;
  /** Behind a text that a cell cannot hold whole. */
  cutMark: string;
  /** Behind a phone column's title in a masked export. */
  maskedMark: string;
  /** `identity.store` → the word in the export's language. */
  ofValue: Record<string, string>;
};

export type ExportRequest = {
  list: ExportList;
  /** Keys of the catalogue, in the order of the columns. */
  columns: string[];
  format: ExportFormat;
  isMasked: boolean;
  language: ExportLanguage;
  words: ExportWords;
  scope: ExportScope;
};

/** The request with the records that it means, in their order; `undefined`: all, by id. */
export type ExportJob = ExportRequest & { ids: readonly string[] | undefined };

export type ExportProgress = { done: number; total: number };

export type ExportedFile = {
  bytes: Uint8Array<ArrayBuffer>;
  rowCount: number;
  /** Texts that were longer than a cell may be. */
  cutCount: number;
};
