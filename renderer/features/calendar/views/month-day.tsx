import { useDroppable } from '@dnd-kit/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { DayFacts } from '@shared/domain/calendar/facts/day-facts';
import { SLOTS } from '@shared/domain/calendar/slots';
import { memo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from '../calendar.messages';
import { DayNames, RestMark } from '../day-head';
import { useGrid } from '../grid-context';
import { ItemCard } from '../item-card';
import { handleCellKey } from '../keys/cell-keys';
import classes from './month.module.css';

type MonthDayProps = {
  facts: DayFacts;
  /** In reading order. */
  items: readonly ContentItem[];
  /** Titles that there is room for; the others are counted. */
  room: number;
  isOutside: boolean;
  isToday: boolean;
};

/** A day of a month: what day it is, how full its slots are, and its first titles. */
export function MonthDay({ facts, items, room, isOutside, isToday }: MonthDayProps) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const grid = useGrid();
  const { day } = facts;
  // The slot is left to the item that is carried here.
  const cell = { date: day, slot: 'morning' as const };
  const { setNodeRef, isOver } = useDroppable({ id: day, data: { cell } });
  const isActive = grid.activeKey === day;
  const rest = items.length - room;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the month is a grid of days, not a data table
    <div
      ref={setNodeRef}
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      className={classes.day}
      data-testid={`cal-month-${day}`}
      data-cell={day}
      data-date={day}
      data-over={isOver}
      data-outside={isOutside}
      data-today={isToday}
      aria-label={t('monthDay', { day: format.dayWithWeekday(day), n: items.length })}
      onFocus={() => grid.markActive(cell)}
      onDoubleClick={() => grid.showDay(day)}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && handleCellKey(event, cell, grid)) {
          event.preventDefault();
        }
      }}
    >
      <div className={classes.top}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.date}
          aria-label={t('openDay', { day: format.day(day) })}
          onClick={() => grid.showDay(day)}
        >
          {Number(day.slice(8))}
        </button>
        <span className={classes.facts}>
          <DayNames facts={facts} />
        </span>
        <RestMark facts={facts} />
      </div>
      <div className={classes.counts}>
        <SlotMarks items={items} />
        {rest > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.rest}
            aria-label={t('moreOfDay', { n: rest })}
            title={t('moreOfDay', { n: rest })}
            onClick={() => grid.showDay(day)}
          >
            +{rest}
          </button>
        )}
      </div>
      <div className={classes.titles} data-density="tight">
        {items.slice(0, room).map((item) => (
          <ItemCard key={item.id} item={item} isReachable={isActive} />
        ))}
      </div>
    </div>
  );
}

/** Four marks, one for each slot; a filled one says how many. */
const SlotMarks = memo(function SlotMarks({ items }: { items: readonly ContentItem[] }) {
  const words = useMessages(wordsMessages);
  return (
    <div className={classes.marks} aria-hidden>
      {SLOTS.map((slot) => {
        const n = items.filter((item) => item.slot === slot).length;
        return (
          <span
            key={slot}
            className={classes.mark}
            data-slot={slot}
            data-empty={n === 0}
            title={`${words(`slot.${slot}`)} ${n}`}
          >
            {n > 0 && n}
          </span>
        );
      })}
    </div>
  );
});
