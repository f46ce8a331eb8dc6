import { parseDateCell } from '../cells/date-cell';

const EXTENSION = /\.[a-z0-9]{2,5}$/i;
/** What programs hang on the name of the same export: copies, dates, times, counters. */
const COPY_MARKS = /(?:\s*[-_]?\s*副本|\s*-\s*copy|\s*[(（]\d+[)）])+$/i;
const DATE = /(?:19|20)\d\d[-_./年]?(?:1[0-2]|0?[1-9])[-_./月]?(?:[12]\d|3[01]|0?[1-9])日?/;
const STAMP = new RegExp(
  `[\\s_-]*(?:${DATE.source})?[\\s_T-]*(?:\\d{1,2}[_：:时.-]\\d{1,2}(?:[_：:分.-]\\d{1,2}秒?)?|\\d{6,14})?$`,
);

/**
 * The name of the 团 that a file speaks of, from the file's own name: without extension, copy marks
 * and time stamps, so that tonight's export of a 团 has the same name as last night's.
 */
export function campaignFromFileName(fileName: string): string | undefined {
  const bare = fileName.replace(EXTENSION, '').replace(COPY_MARKS, '');
  const name = bare.replace(STAMP, '').trim();
  return (name === '' ? bare.trim() : name).slice(0, 200) || undefined;
}

/** UTC ms of the day that a file's name tells (`订单20261113.xlsx`), or undefined. */
export function dayFromFileName(fileName: string, zone: string): number | undefined {
  const found = DATE.exec(fileName)?.[0];
  if (!found) return undefined;
  const parsed = parseDateCell(found.replace(/[_]/g, '-'), zone);
  return parsed.kind === 'date' ? parsed.ms : undefined;
}
