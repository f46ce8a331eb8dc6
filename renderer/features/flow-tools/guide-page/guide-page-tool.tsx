import { Switch } from '@mantine/core';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import { CountField } from '../counts/count-field';
import { DayChoice } from '../counts/day-choice';
import { SumLine } from '../counts/sum-line';
import { figuresAt, type StepCounts, useDailyCounts } from '../counts/use-daily-counts';
import { saveDayCount } from '../counts.commands';
import classes from '../flow-tools.module.css';
import type { StepToolProps } from '../step-tool-props';
import { useEditItem } from '../use-edit-item';
import { itemLanguage, usePlacesStep, useStepItems } from '../use-step-items';
import { guidePageMessages } from './guide-page.messages';

const PAGE_FIELDS = ['url', 'asset'] as const;

/** Step 3: where the guide page lies and how many opened it, each day, by place if one wishes. */
export function GuidePageTool({ run, step }: StepToolProps) {
  const t = useMessages(guidePageMessages);
  const today = useToday();
  const [chosenDay, setChosenDay] = useState<string>();
  const [wantsParts, setWantsParts] = useState<boolean>();
  const page = useStepItems(step, 'placement')?.[0];
  const places = usePlacesStep(step);
  const counts = useDailyCounts(step);
  const edit = useEditItem(step, 'placement');
  if (!counts || places === undefined) return null;
  const day = chosenDay ?? today;
  const canEdit = run.status !== 'ended' && step.state !== 'skipped';
  const hasParts = counts.rows.some((row) => (row.placement?.trim() ?? '') !== '');
  const isByPlace = places !== null && (wantsParts ?? hasParts);
  return (
    <section className={classes.tool} data-testid="tool-guide-page">
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('title')}</h3>
        <DayChoice day={day} today={today} onChange={setChosenDay} />
      </div>
      {page && (
        <div className={classes.details}>
          {PAGE_FIELDS.map((field) => (
            <div key={field} className={classes.detail}>
              <span className={classes.quiet}>{t(field)}</span>
              {canEdit ? (
                <InlineEdit
                  label={t(field)}
                  value={page[field] ?? ''}
                  placeholder={t(`${field}Hint`)}
                  testId={`guide-page-${field}`}
                  onSave={(text) => edit.write(page.key, field, text)}
                />
              ) : (
                <span>{page[field] ?? '—'}</span>
              )}
            </div>
          ))}
        </div>
      )}
      <div className={classes.line}>
        {!isByPlace && (
          <Visits step={step} day={day} placeKey="" name="" counts={counts} canEdit={canEdit} />
        )}
        {places !== null && canEdit && (
          <Switch
            size="xs"
            label={t('byPlace')}
            checked={isByPlace}
            onChange={(event) => setWantsParts(event.currentTarget.checked)}
          />
        )}
      </div>
      {isByPlace && places !== null && (
        <ByPlace places={places} step={step} day={day} counts={counts} canEdit={canEdit} />
      )}
      <SumLine step={step} sums={counts.sums} canEdit={canEdit} />
    </section>
  );
}

type ByPlaceProps = {
  places: SopStep;
  step: SopStep;
  day: string;
  counts: StepCounts;
  canEdit: boolean;
};

function ByPlace({ places, ...props }: ByPlaceProps) {
  const items = useStepItems(places, 'placement') ?? [];
  const shown = items.filter(
    (item) => item.state !== 'unused' || props.counts.sums.byPlacement.has(item.label),
  );
  return (
    <div className={classes.details}>
      {shown.map((item) => (
        <Visits key={item.key} {...props} placeKey={item.key} name={item.label} />
      ))}
    </div>
  );
}

type VisitsProps = {
  step: SopStep;
  day: string;
  /** '' for the whole day. */
  placeKey: string;
  name: string;
  counts: StepCounts;
  canEdit: boolean;
};

function Visits({ step, day, placeKey, name, counts, canEdit }: VisitsProps) {
  const t = useMessages(guidePageMessages);
  const format = useFormat();
  const { typed, imported } = figuresAt(counts.rows, day, name);
  const label = name === '' ? t('visits', { day: format.day(day) }) : name;
  const { runId, position } = step;
  return (
    <div className={classes.cell}>
      <span className={classes.fieldName}>{label}</span>
      <CountField
        key={day}
        label={label}
        testId="guide-page-visits"
        value={typed}
        isDisabled={!canEdit}
        onSave={(count) =>
          execute(saveDayCount, {
            runId,
            position,
            day,
            key: placeKey,
            language: itemLanguage(),
            ...(count === undefined ? {} : { count }),
          })
        }
      />
      {imported !== undefined && (
        <span className={classes.quiet}>{t('imported', { n: format.count(imported) })}</span>
      )}
    </div>
  );
}
