import { Checkbox, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { DueDay, DueRule } from '@shared/domain/sop/due.schema';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFlowWords } from '../words/use-flow-words';
import { DraftNumber } from './draft-number';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';
import { HoursFields } from './hours-fields';

const KINDS = ['afterStart', 'afterStep', 'weekday', 'onDay'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST_DAYS = 3650;

type DueFieldsProps = {
  due: DueRule;
  position: number;
  steps: SopTemplate['steps'];
  onChange: (due: DueRule) => void;
};

function dayOfKind(kind: DueDay['kind'], position: number): DueDay {
  switch (kind) {
    case 'afterStart':
      return { kind, days: 1 };
    case 'afterStep':
      return { kind, step: Math.max(1, position - 1), days: 1 };
    case 'weekday':
      return { kind, weekday: 1 };
    case 'onDay':
      return { kind, day: dayOf(Date.now(), DEFAULT_TIME_ZONE) };
    default:
      return kind satisfies never;
  }
}

/** When a step is due, put together from words; the sentence that comes out stands below. */
export function DueFields({ due, position, steps, onChange }: DueFieldsProps) {
  const t = useMessages(editorMessages);
  const flow = useFlowWords();
  const { on } = due;
  const setOn = (next: DueDay) => onChange({ ...due, on: next });
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('due')}</legend>
      <div className={classes.inline}>
        <Select
          aria-label={t('dueKind')}
          data-testid="due-kind"
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`due_${value}`) }))}
          value={on.kind}
          onChange={(kind) => kind && setOn(dayOfKind(kind as DueDay['kind'], position))}
        />
        {on.kind === 'afterStep' && (
          <Select
            aria-label={t('whichStep')}
            allowDeselect={false}
            data={steps.map((step, index) => ({
              value: String(index + 1),
              label: `${index + 1}. ${flow.say(step.title) || t('newStep')}`,
            }))}
            value={String(on.step)}
            onChange={(step) => step && setOn({ ...on, step: Number(step) })}
          />
        )}
        {(on.kind === 'afterStart' || on.kind === 'afterStep') && (
          <DraftNumber
            width={90}
            label={t('days')}
            testId="due-days"
            most={MOST_DAYS}
            isWhole
            value={on.days}
            onChange={(days) => setOn({ ...on, days: days ?? 0 })}
          />
        )}
        {on.kind === 'weekday' && (
          <Select
            aria-label={t('weekday')}
            allowDeselect={false}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: flow.t(`weekday_${day}`) }))}
            value={String(on.weekday)}
            onChange={(day) => day && setOn({ ...on, weekday: Number(day) })}
          />
        )}
        {on.kind === 'onDay' && (
          <DateInput
            aria-label={t('day')}
            valueFormat="YYYY-MM-DD"
            value={on.day}
            onChange={(day) => day && setOn({ ...on, day })}
          />
        )}
        <Checkbox
          label={t('workingDays')}
          checked={due.isWorkingDays}
          onChange={(event) => onChange({ ...due, isWorkingDays: event.currentTarget.checked })}
        />
      </div>
      <HoursFields
        label={t('window')}
        hours={due.window}
        usual={{ from: '09:00', to: '21:00' }}
        onChange={(window) => {
          const { window: _, ...rest } = due;
          onChange(window ? { ...rest, window } : rest);
        }}
      />
      <p className={classes.quiet}>{flow.due(due)}</p>
    </fieldset>
  );
}
