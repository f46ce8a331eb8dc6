import type { Slot } from '@shared/domain/calendar/slots';
import type { GroupOfName } from '@shared/domain/groups/group-name.rules';
import { lineText } from '../cells/text-cell';
import type { RecordKind } from '../columns/record-fields';
import type { MemberValues } from '../plan/plan';
import type { CellFinder } from './cell-finder';
import { parseSecondsCell, parseTemperatures } from './measure-cell';
import { readContent } from './read-content';
import { readFunnel } from './read-funnel';
import { readPerson } from './read-person';
import type { RecordEntity, RecordValues } from './record';
import { interactionOf, readingOf, slotOf } from './record-words';

/** What stands beside the file: which run its funnel figures are of, which group has which name. */
export type RecordContext = {
  runId: string | undefined;
  groupOf: (name: string) => GroupOfName;
  /** A column of the calendar by its name. */
  columnIdOf: (name: string) => string | undefined;
  characterIdOf: (name: string) => string | undefined;
  /** A file of the asset box by its name. */
  assetIdOf: (name: string) => string | undefined;
  /** The slot to which a time (`HH:mm`) belongs. */
  slotAt: (time: string) => Slot;
};

export type ReadRow = {
  title: string;
  drafts: { entity: RecordEntity; values: RecordValues }[];
  /** Whom it is about, for records of members. */
  person?: MemberValues;
};

function readInteraction(finder: CellFinder, { groupOf }: RecordContext): ReadRow {
  const person = readPerson(finder);
  const at = finder.moment('at');
  const told = finder.find('interaction');
  const text = finder.paragraph('text', 5000);
  const value = finder.measure('value')?.value;
  const known = interactionOf(lineText(told.cell));
  if (told.column >= 0 && known === undefined) finder.reject('word-unreadable', told.column);
  if (at === undefined && finder.problems().length === 0) finder.reject('time-missing');
  const isEmpty = told.column < 0 && text === undefined && value === undefined;
  if (isEmpty) finder.reject('value-missing');
  const group = finder.line('group', 100);
  const found = group === undefined ? undefined : groupOf(group);
  const groupId = typeof found === 'object' ? found.id : undefined;
  if (group !== undefined && groupId === undefined) {
    const why = found === 'shared' ? 'group-shared' : 'group-unknown';
    finder.warn(why, finder.find('group').column);
  }
  const kind = known ?? (text === undefined && value !== undefined ? 'nps' : 'note');
  const values = { kind, at: at ?? 0, groupId, text, value };
  const title = person.name ?? person.groupNickname ?? person.phone ?? person.backOfficeId ?? '';
  return { title, drafts: [{ entity: 'interactions', values }], person };
}

const RESULT_COUNTS = [
  'reach',
  'opens',
  'likes',
  'comments',
  'shares',
  'participants',
  'orders',
] as const;

function readResult(finder: CellFinder, { slotAt }: RecordContext): ReadRow {
  const title = finder.line('title', 200);
  const day = finder.day('day');
  if (title === undefined) finder.reject('title-missing');
  if (day === undefined && finder.problems().length === 0) finder.reject('time-missing');
  const told = finder.find('slot');
  const slot = slotOf(lineText(told.cell), slotAt);
  if (told.column >= 0 && slot === undefined) finder.warn('word-unknown', told.column);
  const values: RecordValues = { day, title, slot, channel: finder.line('channel', 100) };
  for (const field of RESULT_COUNTS) values[field] = finder.count(field);
  values.averageSeconds = finder.measure('averageSeconds', parseSecondsCell)?.value;
  values.gmvFen = finder.fen('gmv');
  const hasFigure = [...RESULT_COUNTS, 'averageSeconds', 'gmvFen'].some(
    (field) => values[field] !== undefined,
  );
  if (!hasFigure && finder.problems().length === 0) finder.reject('value-missing');
  return { title: title ?? '', drafts: [{ entity: 'contentResults', values }] };
}

/** One reading a row, or a column for each kind of reading, told by its title. */
function readSupplier(finder: CellFinder): ReadRow {
  const supplier = finder.line('supplier', 200);
  const at = finder.moment('at');
  const found = finder.measures('value');
  if (supplier === undefined) finder.reject('supplier-missing');
  if (at === undefined && finder.problems().length === 0) finder.reject('time-missing');
  if (found.length === 0 && finder.problems().length === 0) finder.reject('value-missing');
  const told = finder.find('reading');
  const kind = readingOf(lineText(told.cell));
  if (told.column >= 0 && kind === undefined) finder.warn('word-unknown', told.column);
  const base: RecordValues = {
    supplier,
    at: at ?? 0,
    product: finder.line('product', 300),
    place: finder.line('place', 200),
    note: finder.paragraph('note', 2000),
  };
  const unit = finder.line('unit', 20);
  const byKind = new Map<string, RecordValues>();
  for (const { value, unit: own, title } of found) {
    const measured = kind ?? readingOf(title) ?? 'other';
    if (byKind.has(measured)) continue;
    byKind.set(measured, { ...base, kind: measured, value, unit: unit ?? own?.slice(0, 20) });
  }
  const drafts = Array.from(byKind.values(), (values) => ({
    entity: 'supplierReadings' as const,
    values,
  }));
  return { title: supplier ?? '', drafts };
}

function readWeather(finder: CellFinder): ReadRow {
  const day = finder.day('day');
  if (day === undefined && finder.problems().length === 0) finder.reject('time-missing');
  const place = finder.line('place', 60) ?? '';
  const both = finder.find('temperature');
  const range = parseTemperatures(both.cell);
  if (both.column >= 0 && range === undefined) finder.reject('number-unreadable', both.column);
  const rainMm = finder.measure('rainMm')?.value;
  if (rainMm !== undefined && rainMm < 0) {
    finder.reject('number-unreadable', finder.find('rainMm').column);
  }
  const values: RecordValues = {
    day,
    place,
    condition: finder.line('condition', 60),
    lowC: finder.measure('lowC')?.value ?? range?.lowC,
    highC: finder.measure('highC')?.value ?? range?.highC,
    rainMm,
    wind: finder.line('wind', 60),
  };
  const title = [day, place].filter(Boolean).join(' ');
  return { title, drafts: [{ entity: 'weatherDays', values }] };
}

/** One row of a file of this kind as rows of its store; what is wrong with it is noted by `finder`. */
export function readRecord(kind: RecordKind, finder: CellFinder, context: RecordContext): ReadRow {
  switch (kind) {
    case 'funnel':
      return readFunnel(finder, context);
    case 'interactions':
      return readInteraction(finder, context);
    case 'results':
      return readResult(finder, context);
    case 'content':
      return readContent(finder, context);
    case 'suppliers':
      return readSupplier(finder);
    case 'weather':
      return readWeather(finder);
  }
}
