import { useViewportSize } from '@mantine/hooks';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { dayFacts } from '@shared/domain/calendar/facts/day-facts';
import { isInMonth, monthOf } from '@shared/domain/calendar/month.rules';
import { weekNumber } from '@shared/domain/calendar/week.rules';
import { type Ref, useMemo } from 'react';
import { useHolidayVersion } from '@/app/holiday-tables';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from '../calendar.messages';
import { useGrid } from '../grid-context';
import { inReadingOrder } from '../select/selection.rules';
import classes from './month.module.css';
import { MonthDay } from './month-day';

type MonthGridProps = {
  day: string;
  today: string;
  items: readonly ContentItem[];
  ref: Ref<HTMLDivElement>;
};

/** Height of everything that is not a week of the month, of a day's head, and of one title. */
const AROUND_PX = 262;
const DAY_HEAD_PX = 42;
const TITLE_PX = 20;
const MOST_TITLES = 8;

/** How many titles a day has room for in a window of this height. */
function titlesIn(windowPx: number): number {
  const dayPx = Math.max(0, windowPx - AROUND_PX) / 6;
  return Math.min(MOST_TITLES, Math.max(1, Math.floor((dayPx - DAY_HEAD_PX) / TITLE_PX)));
}

const NOTHING: readonly ContentItem[] = [];

/** Six weeks of seven days; a week's name leads to that week, a date to that day. */
export function MonthGrid({ day, today, items, ref }: MonthGridProps) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { showWeek } = useGrid();
  const month = useMemo(() => monthOf(day), [day]);
  const byDay = useMemo(() => itemsByDay(items), [items]);
  const holidays = useHolidayVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts change with the imported tables
  const facts = useMemo(
    () => new Map(month.weeks.flatMap(({ days }) => days.map((it) => [it, dayFacts(it)]))),
    [month, holidays],
  );
  const open = [...facts.values()].find(({ arrangement }) => arrangement.kind === 'notAnnounced');
  const [firstWeek] = month.weeks;
  const room = titlesIn(useViewportSize().height || window.innerHeight);
  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: days are places to plan in, not data */}
      <div ref={ref} role="grid" className={classes.month} aria-label={t('monthGrid')}>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the grid */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the days take the focus */}
        <div role="row" className={classes.row}>
          <div
            className={classes.corner}
            title={open && t('notAnnouncedTitle', { year: open.day.slice(0, 4) })}
          >
            {open && t('notAnnouncedShort')}
          </div>
          {firstWeek?.days.map((it) => (
            // biome-ignore lint/a11y/useSemanticElements: part of the grid
            // biome-ignore lint/a11y/useFocusableInteractive: heads are read, never operated
            <div key={it} role="columnheader" className={classes.head}>
              {format.weekday(it)}
            </div>
          ))}
        </div>
        {month.weeks.map(({ monday, days }) => (
          // biome-ignore lint/a11y/useSemanticElements: part of the grid
          // biome-ignore lint/a11y/useFocusableInteractive: the days take the focus
          <div key={monday} role="row" className={classes.row}>
            <button
              type="button"
              className={classes.week}
              tabIndex={-1}
              aria-label={t('openWeek', { day: format.day(monday) })}
              onClick={() => showWeek(monday)}
            >
              {t('week', { n: weekNumber({ monday }) })}
            </button>
            {days.map((it) => {
              const known = facts.get(it);
              return (
                known && (
                  <MonthDay
                    key={it}
                    facts={known}
                    room={room}
                    items={byDay.get(it) ?? NOTHING}
                    isOutside={!isInMonth(it, month)}
                    isToday={it === today}
                  />
                )
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function itemsByDay(items: readonly ContentItem[]): Map<string, ContentItem[]> {
  const days = new Map<string, ContentItem[]>();
  for (const item of inReadingOrder(items)) {
    const day = days.get(item.date);
    if (day) day.push(item);
    else days.set(item.date, [item]);
  }
  return days;
}
