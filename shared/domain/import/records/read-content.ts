import { checklistOf, checklistText } from '@shared/domain/calendar/checklist-text.rules';
import { lineText } from '../cells/text-cell';
import type { CellFinder } from './cell-finder';
import type { ReadRow, RecordContext } from './read-records';
import type { RecordValues } from './record';
import { contentStatusOf, formOf, senseOf, slotOf, speakerOf, voiceOf } from './record-words';

/** `9:30`, `９：３０`, `9点`, `09:30:00` or `2026-11-23 09:30` as `09:30`. */
function clockOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const found = /(?:^|\s)(\d{1,2})(?:[:点时](\d{2})?)/.exec(plain);
  const [hour, minute] = [Number(found?.[1] ?? Number.NaN), Number(found?.[2] ?? 0)];
  if (!(hour < 24) || !(minute < 60)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Names parted by 、, comma, semicolon, bar or line break. */
const namesIn = (text: string) =>
  text
    .split(/[、,，;；|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * One planned piece a row. An unknown group, column, character or file is left out and said; the
 * piece stays.
 */
export function readContent(finder: CellFinder, context: RecordContext): ReadRow {
  const { slotAt } = context;
  const title = finder.line('title', 200);
  const day = finder.day('day');
  const told = finder.find('slot');
  const time = finder.find('clock');
  const clock = clockOf(lineText(time.cell));
  if (time.column >= 0 && clock === undefined) finder.warn('word-unknown', time.column);
  const slot =
    slotOf(lineText(told.cell), slotAt) ?? (clock === undefined ? undefined : slotAt(clock));
  if (title === undefined) finder.reject('title-missing');
  if (day === undefined && finder.problems().length === 0) finder.reject('date-missing');
  if (slot === undefined && finder.problems().length === 0) finder.reject('slot-missing');
  const status = known(finder, 'contentStatus', contentStatusOf);
  const isOut = status === 'sent' || status === 'measured';
  const values: RecordValues = {
    date: day,
    slot,
    title,
    time: clock,
    columnId: known(finder, 'column', context.columnIdOf),
    form: known(finder, 'form', formOf),
    status,
    owner: finder.line('owner', 60),
    groupIds: groupsOf(finder, context),
    text: finder.paragraph('text', 20_000),
    note: finder.paragraph('note', 2000),
    voice: known(finder, 'voice', voiceOf),
    speaker: known(finder, 'speaker', speakerOf),
    speakerName: finder.line('speakerName', 60),
    sense: known(finder, 'sense', senseOf),
    characterId: known(finder, 'character', context.characterIdOf),
    assetIds: assetsOf(finder, context),
    checklist: checksOf(finder),
    costFen: finder.fen('cost'),
    sentAt: isOut ? finder.moment('sentAt') : undefined,
  };
  return { title: title ?? '', drafts: [{ entity: 'contentItems', values }] };
}

function known(
  finder: CellFinder,
  field: 'column' | 'form' | 'contentStatus' | 'voice' | 'speaker' | 'sense' | 'character',
  meaningOf: (text: string) => string | undefined,
): string | undefined {
  const { cell, column } = finder.find(field);
  const meaning = column < 0 ? undefined : meaningOf(lineText(cell));
  if (column >= 0 && meaning === undefined) finder.warn('word-unknown', column);
  return meaning;
}

function groupsOf(finder: CellFinder, { groupOf }: RecordContext): string | undefined {
  const names = namesIn(finder.paragraph('groups', 2000) ?? '');
  const groups = names.map(groupOf);
  const { column } = finder.find('groups');
  if (groups.includes(undefined)) finder.warn('group-unknown', column);
  if (groups.includes('shared')) finder.warn('group-shared', column);
  const found = groups.flatMap((group) => (typeof group === 'object' ? group.id : []));
  return found.length > 0 ? [...new Set(found)].sort().join(' ') : undefined;
}

/** One file a line; a line that is no file's name may hold several. */
function assetsOf(finder: CellFinder, { assetIdOf }: RecordContext): string | undefined {
  const lines = (finder.paragraph('assets', 10_000) ?? '').split('\n').map((line) => line.trim());
  const ids = lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const whole = assetIdOf(line);
      return whole === undefined ? namesIn(line).map(assetIdOf) : [whole];
    });
  if (ids.includes(undefined)) finder.warn('word-unknown', finder.find('assets').column);
  const found = ids.filter((id) => id !== undefined);
  return found.length > 0 ? [...new Set(found)].join(' ') : undefined;
}

function checksOf(finder: CellFinder): string | undefined {
  const checks = checklistOf(finder.paragraph('checklist', 10_000) ?? '');
  return checks.length > 0 ? checklistText(checks) : undefined;
}
