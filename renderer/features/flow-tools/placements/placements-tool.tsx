import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { AddItem } from '../add-item';
import { countsMessages } from '../counts/counts.messages';
import { DayChoice } from '../counts/day-choice';
import { SumLine } from '../counts/sum-line';
import { useDailyCounts } from '../counts/use-daily-counts';
import classes from '../flow-tools.module.css';
import type { StepToolProps } from '../step-tool-props';
import { useEditItem } from '../use-edit-item';
import { useStepItems } from '../use-step-items';
import { PlacementRow } from './placement-row';
import { placementsMessages } from './placements.messages';

/** Step 2: where the way in is shown, by whom and until when, and how many saw it there each day. */
export function PlacementsTool({ run, step }: StepToolProps) {
  const t = useMessages(placementsMessages);
  const words = useMessages(countsMessages);
  const format = useFormat();
  const today = useToday();
  const [chosenDay, setChosenDay] = useState<string>();
  const [openKey, setOpenKey] = useState<string>();
  const items = useStepItems(step, 'placement');
  const counts = useDailyCounts(step);
  const edit = useEditItem(step, 'placement');
  if (!items || !counts) return null;
  const day = chosenDay ?? today;
  const canEdit = run.status !== 'ended' && step.state !== 'skipped';
  const inUse = items.filter((item) => item.state !== 'unused').length;
  const names = new Set(items.map((item) => item.label));
  const strangers = [...counts.sums.byPlacement].filter(([name]) => !names.has(name));
  return (
    <section className={classes.tool} data-testid="tool-placements">
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('title', { count: items.length, inUse })}</h3>
        <DayChoice day={day} today={today} onChange={setChosenDay} />
      </div>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('place')}</th>
              <th>{t('state')}</th>
              <th>{day === today ? t('seenToday') : t('seenOn', { day: format.day(day) })}</th>
              <th className={classes.right}>{t('total')}</th>
              <th aria-label={t('details')} />
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <PlacementRow
                key={item.key}
                step={step}
                item={item}
                day={day}
                counts={counts}
                canEdit={canEdit}
                isOpen={openKey === item.key}
                onToggle={() => setOpenKey(openKey === item.key ? undefined : item.key)}
              />
            ))}
            {strangers.map(([name, total]) => (
              <tr key={name} data-stranger="true">
                <td colSpan={3} className={classes.quiet}>
                  {t('stranger', { name: name === '' ? words('wholeDay') : name })}
                </td>
                <td className={classes.right}>{format.count(total)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canEdit && (
        <AddItem word={t('add')} hint={t('addHint')} testId="placement-add" onAdd={edit.add} />
      )}
      <SumLine step={step} sums={counts.sums} canEdit={canEdit} />
    </section>
  );
}
