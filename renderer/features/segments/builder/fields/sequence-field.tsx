import { ActionIcon, Button } from '@mantine/core';
import type { Condition } from '@shared/domain/rules/rule.schema';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { EventField } from './event-field';
import { fieldsMessages } from './fields.messages';
import classes from './fields.module.css';
import { NumberField } from './number-field';

type SequenceRule = Extract<Condition, { kind: 'sequence' }>;
type SequenceFieldProps = { value: SequenceRule; onChange: (rule: SequenceRule) => void };

const MOST_STEPS = 5;
const DEFAULT_DAYS = 30;

/** One thing after the other, and perhaps something that never followed. */
export function SequenceField({ value, onChange }: SequenceFieldProps) {
  const t = useMessages(fieldsMessages);
  const { steps, without, withinDays } = value;
  const { without: _, ...noWithout } = value;
  const { withinDays: __, ...noLimit } = value;
  const cross = (onClick: () => void) => (
    <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('drop')} onClick={onClick}>
      <IconX size={12} stroke={2} />
    </ActionIcon>
  );
  const more = (word: string, onClick: () => void) => (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {word}
    </Button>
  );
  return (
    <span className={classes.steps}>
      {steps.map((step, i) => (
        <span key={i} className={classes.part}>
          <span className={classes.word}>
            {steps.length === 1 ? t('stepOnly') : t('step', { n: i + 1 })}
          </span>
          <EventField
            value={step}
            onChange={(event) =>
              onChange({ ...value, steps: steps.map((it, at) => (at === i ? event : it)) })
            }
          />
          {steps.length > 1 &&
            cross(() => onChange({ ...value, steps: steps.filter((_it, at) => at !== i) }))}
        </span>
      ))}
      {without && (
        <span className={classes.part}>
          <span className={classes.word}>{t('without')}</span>
          <EventField
            value={without}
            onChange={(event) => onChange({ ...value, without: event })}
          />
          {cross(() => onChange(noWithout))}
        </span>
      )}
      {withinDays !== undefined && (
        <span className={classes.part}>
          <span className={classes.word}>{t('stepWithin')}</span>
          <NumberField
            label={t('stepWithin')}
            value={withinDays}
            max={3660}
            onChange={(days) => onChange({ ...value, withinDays: days })}
          />
          {t('unit.days')}
          {cross(() => onChange(noLimit))}
        </span>
      )}
      <span className={classes.part}>
        {steps.length < MOST_STEPS &&
          more(t('addStep'), () => onChange({ ...value, steps: [...steps, { of: 'order' }] }))}
        {!without && more(t('addWithout'), () => onChange({ ...value, without: { of: 'order' } }))}
        {withinDays === undefined &&
          more(t('addWithin'), () => onChange({ ...value, withinDays: DEFAULT_DAYS }))}
      </span>
    </span>
  );
}
