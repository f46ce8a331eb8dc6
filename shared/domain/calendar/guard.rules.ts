import { addDays, daysBetween } from '@shared/lib/time';
import { type Cell, cellKey } from './cell.rules';
import { GREETING_COLUMN } from './greeting-plan.rules';
import type { GuardedColumn, GuardedGroup, GuardedItem, PlanWarning, TooMuch } from './guard.types';
import { weekHints } from './quota.rules';
import type { SlotSettings } from './slot-settings.schema';
import { SLOTS } from './slots';
import { type FoldedTitle, foldTitle, likeness, NEARLY_SAME } from './title-likeness.rules';

export type GuardInput = {
  /** The items of `days`, and for repetitions those of the days before that the settings look back on. */
  items: readonly GuardedItem[];
  /** The days that are looked at (`YYYY-MM-DD`, ascending); whole weeks for the cadence of columns. */
  days: readonly string[];
  settings: SlotSettings;
  columns: readonly GuardedColumn[];
  groups: readonly GuardedGroup[];
  today: string;
};

/** Items in the order in which people get them. */
function compareWhen(a: GuardedItem, b: GuardedItem): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || (a.id < b.id ? -1 : 1);
}

const reaches = (item: GuardedItem, groupId: string) =>
  item.groupIds.length === 0 || item.groupIds.includes(groupId);

function pushWarnings(input: GuardInput, items: readonly GuardedItem[]): PlanWarning[] {
  const { settings, groups } = input;
  const found: PlanWarning[] = [];
  const byDay = new Map<string, GuardedItem[]>();
  for (const item of items) byDay.set(item.date, [...(byDay.get(item.date) ?? []), item]);
  for (const [date, inDay] of byDay) {
    for (const slot of SLOTS) {
      const inSlot = inDay.filter((item) => item.slot === slot);
      for (const told of tooMuch(inSlot, groups, settings.perGroupSlot)) {
        found.push({ kind: 'groupSlot', cell: { date, slot }, ...told });
      }
    }
    for (const told of tooMuch(inDay, groups, settings.perGroupDay)) {
      found.push({ kind: 'groupDay', date, ...told });
    }
  }
  return found;
}

/** Groups that get more of these items than `limit`; those that get the very same are told as one. */
function tooMuch(
  items: readonly GuardedItem[],
  groups: readonly GuardedGroup[],
  limit: number,
): (TooMuch & { itemIds: string[] })[] {
  const found = new Map<string, TooMuch & { itemIds: string[] }>();
  for (const group of groups) {
    const itemIds = items.filter((item) => reaches(item, group.id)).map(({ id }) => id);
    if (itemIds.length <= limit) continue;
    const key = itemIds.join(' ');
    const known = found.get(key);
    if (known) known.groupCount += 1;
    else found.set(key, { group, groupCount: 1, count: itemIds.length, limit, itemIds });
  }
  return [...found.values()];
}

type Known = GuardedItem & { folded: FoldedTitle };

/** A group that gets both; `null` when no group does. Without any groups everything goes to one. */
function sharedGroup(a: GuardedItem, b: GuardedItem, groups: readonly GuardedGroup[]) {
  if (groups.length === 0) return undefined;
  return groups.find(({ id }) => reaches(a, id) && reaches(b, id)) ?? null;
}

function repeatedWarnings(input: GuardInput, items: readonly GuardedItem[]): PlanWarning[] {
  const { settings, groups } = input;
  const first = input.days[0] ?? '';
  const found: PlanWarning[] = [];
  const earlier: Known[] = [];
  for (const item of items) {
    // Greetings are told apart by their texts, not by their titles.
    if (item.columnId === GREETING_COLUMN) continue;
    const known = { ...item, folded: foldTitle(item.title) };
    if (item.date >= first) {
      const warning = repetitionOf(known, earlier, settings.repetitionDays, groups);
      if (warning) found.push(warning);
    }
    earlier.push(known);
  }
  return found;
}

function repetitionOf(
  item: Known,
  earlier: readonly Known[],
  withinDays: number,
  groups: readonly GuardedGroup[],
): PlanWarning | undefined {
  const since = addDays(item.date, -withinDays);
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const other = earlier[at];
    if (!other || other.date < since) return undefined;
    // What somebody set to repeat is meant to come again.
    if (item.repeatId !== undefined && item.repeatId === other.repeatId) continue;
    const alike = likeness(item.folded, other.folded);
    if (alike < NEARLY_SAME) continue;
    const group = sharedGroup(item, other, groups);
    if (group === null) continue;
    return {
      kind: 'repeated',
      cell: { date: item.date, slot: item.slot },
      itemIds: [other.id, item.id],
      title: item.title,
      earlier: { id: other.id, title: other.title, date: other.date },
      days: daysBetween(other.date, item.date),
      likenessPercent: Math.floor(alike * 100),
      ...(group && { group }),
    };
  }
  return undefined;
}

function cadenceWarnings(input: GuardInput, items: readonly GuardedItem[]): PlanWarning[] {
  const { days, columns, today } = input;
  const weeks = days.length / 7;
  if (!Number.isInteger(weeks) || weeks === 0) return [];
  const isOver = (days.at(-1) ?? '') < today;
  return columns.flatMap((column): PlanWarning[] => {
    const { perWeek } = column;
    if (perWeek === undefined || column.isArchived) return [];
    const itemIds = items.filter(({ columnId }) => columnId === column.id).map(({ id }) => id);
    const told = { columnId: column.id, column: column.name, count: itemIds.length, itemIds };
    const wanted = perWeek * weeks;
    if (itemIds.length > wanted) return [{ kind: 'columnOften', ...told, perWeek: wanted }];
    // What is over can no longer be made up for.
    if (itemIds.length < wanted && !isOver)
      return [{ kind: 'columnRare', ...told, perWeek: wanted }];
    return [];
  });
}

function voiceWarnings(input: GuardInput, items: readonly GuardedItem[]): PlanWarning[] {
  const columns = new Map(input.columns.map((column) => [column.id, column]));
  return items.flatMap((item): PlanWarning[] => {
    const column = columns.get(item.columnId ?? '');
    const voice = item.voice ?? column?.voice;
    if (voice !== 'seeded' || column?.isDisclosed) return [];
    const cell = { date: item.date, slot: item.slot };
    const named = column && { column: column.name };
    return [{ kind: 'undisclosed', cell, title: item.title, itemIds: [item.id], ...named }];
  });
}

function quotaWarnings(input: GuardInput, items: readonly GuardedItem[]): PlanWarning[] {
  const { days, today, settings } = input;
  const hints = weekHints(items, days, today, settings);
  const idsIn = (cell: Cell) =>
    items.filter((item) => cellKey(item) === cellKey(cell)).map(({ id }) => id);
  const told = (kind: 'gap' | 'crowded', cell: Cell): PlanWarning => {
    const itemIds = idsIn(cell);
    const quota = settings.slots[cell.slot];
    const limit = kind === 'gap' ? quota.min : quota.max;
    return { kind, cell, count: itemIds.length, limit, itemIds };
  };
  return [
    ...hints.crowded.map((cell) => told('crowded', cell)),
    ...hints.gaps.map((cell) => told('gap', cell)),
  ];
}

/**
 * What should be looked at in a plan: groups that get too much, titles that come again, seeded
 * voices without disclosure, columns out of their cadence, slots over or under their quota; the
 * gravest first. An item without groups goes to all of them. A repetition is a title that is the same
 * or nearly the same as one that the same group got within the settings' days.
 */
export function planWarnings(input: GuardInput): PlanWarning[] {
  const first = input.days[0] ?? '';
  const last = input.days.at(-1) ?? '';
  const all = input.items.filter((item) => item.date <= last).sort(compareWhen);
  const items = all.filter((item) => item.date >= first);
  return [
    ...pushWarnings(input, items),
    ...voiceWarnings(input, items),
    ...(input.settings.repetitionDays > 0 ? repeatedWarnings(input, all) : []),
    ...quotaWarnings(input, items),
    ...cadenceWarnings(input, items),
  ];
}

/**
 * What putting `moved` into a cell would newly bring about, for the moment of a drop or a paste.
 * `items` are those of the cell's day and of the days before that the settings look back on; items
 * that move are found by their id, copies have ids of their own.
 */
export function warningsForCell(
  moved: readonly GuardedItem[],
  cell: Cell,
  input: Omit<GuardInput, 'days'>,
): PlanWarning[] {
  const ids = new Set(moved.map(({ id }) => id));
  const others = input.items.filter(({ id }) => !ids.has(id));
  const placed = [...others, ...moved.map((item) => ({ ...item, ...cell }))];
  return planWarnings({ ...input, items: placed, days: [cell.date] }).filter(
    (warning) =>
      warning.kind !== 'gap' &&
      warning.itemIds.some((id) => ids.has(id)) &&
      !(
        'cell' in warning &&
        warning.kind !== 'repeated' &&
        cellKey(warning.cell) !== cellKey(cell)
      ),
  );
}
