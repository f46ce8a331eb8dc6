import { cellKey, itemsByCell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { dayFacts } from '@shared/domain/calendar/facts/day-facts';
import { slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { type Ref, useMemo } from 'react';
import { useHolidayVersion } from '@/app/holiday-tables';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useSlots } from '@/app/use-slots';
import { calendarMessages } from './calendar.messages';
import { DayHead } from './day-head';
import { PlanCell } from './plan-cell';
import classes from './plan-grid.module.css';
import { SlotIcon } from './views/slot-icon';

type PlanGridProps = {
  days: readonly string[];
  today: string;
  items: readonly ContentItem[];
  ref: Ref<HTMLDivElement>;
};

/** Days across, four slots down. Heads stay in sight when a full week scrolls. */
export function PlanGrid({ days, today, items, ref }: PlanGridProps) {
  const t = useMessages(calendarMessages);
  const cells = useMemo(() => itemsByCell(items), [items]);
  const holidays = useHolidayVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts change with the imported tables
  const facts = useMemo(() => days.map(dayFacts), [days, holidays]);
  const open = facts.find((day) => day.arrangement.kind === 'notAnnounced');
  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: cells are places to plan in, not data */}
      <div
        ref={ref}
        role="grid"
        className={classes.grid}
        data-days={days.length}
        aria-label={t('grid')}
        aria-description={t('gridHelp')}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: part of the grid */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus */}
        <div role="row" className={classes.row}>
          <div
            className={classes.corner}
            title={open && t('notAnnouncedTitle', { year: open.day.slice(0, 4) })}
          >
            {open && t('notAnnounced')}
          </div>
          {facts.map((day) => (
            <DayHead key={day.day} facts={day} isToday={day.day === today} />
          ))}
        </div>
        {SLOTS.map((slot) => (
          // biome-ignore lint/a11y/useSemanticElements: part of the grid
          // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
          <div key={slot} role="row" className={classes.row}>
            <SlotHead slot={slot} />
            {days.map((date) => (
              <PlanCell
                key={date}
                cell={{ date, slot }}
                items={cells.get(cellKey({ date, slot })) ?? []}
                isToday={date === today}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function SlotHead({ slot }: { slot: Slot }) {
  const words = useMessages(wordsMessages);
  const slots = useSlots() ?? DEFAULT_SLOT_SETTINGS;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: heads are read, never operated
    <div role="rowheader" className={classes.slot} data-slot={slot}>
      <SlotIcon slot={slot} />
      <b>{words(`slot.${slot}`)}</b>
      <span>{slotHoursLabel(slots.slots[slot])}</span>
    </div>
  );
}
