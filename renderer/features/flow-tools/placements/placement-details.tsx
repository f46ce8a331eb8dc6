import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import type { StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { InlineEdit } from '@/ui/inline-edit';
import classes from '../flow-tools.module.css';
import { useEditItem } from '../use-edit-item';
import { placementsMessages } from './placements.messages';

const TEXTS = ['asset', 'url', 'ownerName', 'note'] as const;

type PlacementDetailsProps = { step: SopStep; item: StepItem; canEdit: boolean };

/** What is shown at a place, where it leads, from when to when, and who sees to it. */
export function PlacementDetails({ step, item, canEdit }: PlacementDetailsProps) {
  const t = useMessages(placementsMessages);
  const edit = useEditItem(step, 'placement');
  const [problem, setProblem] = useState<string>();
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  const dayField = (field: 'fromDay' | 'toDay') => (
    <DatePickerInput
      size="xs"
      w={128}
      clearable={canEdit}
      disabled={!canEdit}
      aria-label={t(field)}
      placeholder={t(field)}
      valueFormat="YYYY-MM-DD"
      value={item[field] ?? null}
      onChange={(chosen) => {
        void edit.write(item.key, field, chosen ?? '').then(setProblem);
      }}
    />
  );
  return (
    <div className={classes.details} data-testid="placement-details">
      {TEXTS.map((field) => (
        <div key={field} className={classes.detail}>
          <span className={classes.quiet}>{t(field)}</span>
          {canEdit ? (
            <InlineEdit
              label={t(field)}
              value={item[field] ?? ''}
              placeholder={t(`${field}Hint`)}
              testId={`placement-${field}`}
              onSave={(text) => edit.write(item.key, field, text)}
            />
          ) : (
            <span>{item[field] ?? '—'}</span>
          )}
        </div>
      ))}
      <div className={classes.detail}>
        <span className={classes.quiet}>{t('days')}</span>
        <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
          <div className={classes.cell}>
            {dayField('fromDay')}
            {dayField('toDay')}
          </div>
        </DatesProvider>
      </div>
      {canEdit && (
        <Button
          className={classes.addButton}
          size="compact-xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={() =>
            edit
              .remove(item.key, item.label)
              .catch((error: unknown) => setProblem(problemText(error)))
          }
        >
          {t('remove')}
        </Button>
      )}
      {problem !== undefined && (
        <p role="alert" className={classes.wrong}>
          {problem}
        </p>
      )}
    </div>
  );
}
