import { Button, TextInput } from '@mantine/core';
import { DAY_FIGURES, type DayFigure } from '@shared/domain/group-life/day-table.rules';
import type { GroupDay } from '@shared/domain/group-life/group-day.schema';
import { addDays } from '@shared/lib/time';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import classes from '../activity.module.css';
import { saveGroupDays } from '../group-days.commands';
import { daysMessages } from './days.messages';
import { readCount } from './read-count';

type WeekGridProps = {
  groupId: string;
  monday: string;
  today: string;
  known: readonly GroupDay[];
};

/** What was typed and not saved yet, by `<day>.<figure>`. */
type Draft = Record<string, string>;

/** Seven days by five figures; Enter goes down, and everything is saved as one step. */
export function WeekGrid({ groupId, monday, today, known }: WeekGridProps) {
  const t = useMessages(daysMessages);
  const format = useFormat();
  const [draft, setDraft] = useState<Draft>({});
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
  const byDay = new Map(known.map((it) => [it.day, it]));
  const storedText = (day: string, figure: DayFigure) => {
    const value = byDay.get(day)?.[figure];
    return value === undefined ? '' : String(value);
  };
  const isChanged = (day: string, figure: DayFigure) => {
    const text = draft[`${day}.${figure}`];
    return text !== undefined && text.trim() !== storedText(day, figure);
  };
  const changed = days.flatMap((day) => {
    const figures = DAY_FIGURES.filter((figure) => isChanged(day, figure));
    const read = figures.map((figure) => [figure, readCount(draft[`${day}.${figure}`] ?? '')]);
    return figures.length === 0
      ? []
      : [{ day, bad: read.filter(([, it]) => it === undefined), read }];
  });
  const bad = changed.reduce((sum, it) => sum + it.bad.length, 0);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (bad > 0 || changed.length === 0) return;
    try {
      const told = changed.map(({ day, read }) => ({ day, ...Object.fromEntries(read) }));
      await execute(saveGroupDays, { groupId, days: told, source: 'typed' });
      setDraft({});
      showDone(t('saved', { n: changed.length }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)} data-testid="days-grid">
      <div className={classes.scroll}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              {DAY_FIGURES.map((figure) => (
                <th key={figure} scope="col">
                  {t(`figure.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <th scope="row">{format.dayWithWeekday(day)}</th>
                {DAY_FIGURES.map((figure) => {
                  const key = `${day}.${figure}`;
                  const text = draft[key] ?? storedText(day, figure);
                  return (
                    <td key={figure}>
                      <TextInput
                        size="xs"
                        className={classes.cell}
                        inputMode="numeric"
                        aria-label={t('cell', {
                          day: format.day(day),
                          figure: t(`figure.${figure}`),
                        })}
                        data-testid="day-cell"
                        data-day={day}
                        data-figure={figure}
                        disabled={day > today}
                        value={text}
                        error={
                          isChanged(day, figure) && readCount(text) === undefined
                            ? t('bad')
                            : undefined
                        }
                        onChange={(event) =>
                          setDraft({ ...draft, [key]: event.currentTarget.value })
                        }
                        onFocus={(event) => event.currentTarget.select()}
                        onKeyDown={goDown}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span className={classes.buttons}>
        <Button
          type="submit"
          size="xs"
          data-testid="days-save"
          disabled={bad > 0 || changed.length === 0}
        >
          {t('save')}
        </Button>
        <span className={classes.quiet}>
          {bad > 0 ? t('badWeek', { n: bad }) : changed.length === 0 ? t('nothing') : ''}
        </span>
      </span>
    </form>
  );
}

/** Enter and the arrows move within a column; Ctrl or Cmd with Enter saves, as everywhere. */
function goDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const { figure = '' } = event.currentTarget.dataset;
  const column = [
    ...document.querySelectorAll<HTMLInputElement>(`[data-testid=day-cell][data-figure=${figure}]`),
  ];
  const next = column[column.indexOf(event.currentTarget) + step];
  if (event.key === 'Enter' && (next === undefined || next.disabled)) return;
  event.preventDefault();
  next?.focus();
}
