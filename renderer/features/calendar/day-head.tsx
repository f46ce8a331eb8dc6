import { Tooltip } from '@mantine/core';
import { type DayFacts, lunarLabel } from '@shared/domain/calendar/facts/day-facts';
import { memo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from './calendar.messages';
import classes from './day-head.module.css';
import { useGrid } from './grid-context';

/** A day's name and date, its festivals, and whether it is off or worked for a holiday. */
export function DayHead({ facts, isToday }: { facts: DayFacts; isToday: boolean }) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { showDay } = useGrid();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the week is a grid of cells, not a data table
    // biome-ignore lint/a11y/useFocusableInteractive: heads are read, never operated
    <div role="columnheader" className={classes.head} data-today={isToday}>
      <div className={classes.top}>
        <span className={classes.weekday}>{format.weekday(facts.day)}</span>
        <button
          type="button"
          tabIndex={-1}
          className={classes.date}
          aria-label={t('openDay', { day: format.day(facts.day) })}
          onClick={() => showDay(facts.day)}
        >
          {format.day(facts.day)}
        </button>
        {isToday && <span className={classes.today}>{t('today')}</span>}
        <RestMark facts={facts} />
      </div>
      <div className={classes.facts}>
        <DayNames facts={facts} />
      </div>
    </div>
  );
}

/** Festivals, the solar term and the lunar day, as far as there is room; all of them on hovering. */
export const DayNames = memo(function DayNames({ facts }: { facts: DayFacts }) {
  const key = useLanguageKey();
  const names = [...facts.festivals, ...(facts.solarTerm ? [facts.solarTerm] : [])];
  const lunar = facts.lunar ? lunarLabel(facts.lunar)[key] : '';
  const festivals = names.map((name) => name[key]).join(' ');
  // An English lunar date is as long as a festival; there is room for one of them.
  const isLunarShown = key === 'zh' || festivals === '';
  return (
    <span title={[festivals, lunar].filter(Boolean).join(' ')}>
      {festivals !== '' && <b>{festivals}</b>} {isLunarShown && lunar}
    </span>
  );
});

/** 休 on a day off, 班 on a working day made up for one. */
export const RestMark = memo(function RestMark({ facts: { arrangement } }: { facts: DayFacts }) {
  const t = useMessages(calendarMessages);
  const key = useLanguageKey();
  if (arrangement.kind !== 'off' && arrangement.kind !== 'makeUp') return null;
  const name = arrangement.name[key];
  const isOff = arrangement.kind === 'off';
  return (
    <Tooltip label={isOff ? t('offTitle', { name }) : t('makeUpTitle', { name })}>
      <span className={classes.rest} data-kind={arrangement.kind}>
        {isOff ? t('off') : t('makeUp')}
      </span>
    </Tooltip>
  );
});
