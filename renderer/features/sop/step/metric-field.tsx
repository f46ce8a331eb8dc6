import { SegmentedControl, TextInput } from '@mantine/core';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { stepMessages } from '../step.messages';
import classes from './step-metric.module.css';

type MetricFieldProps = {
  step: SopStep;
  text: string;
  isDisabled: boolean;
  onEdit: (text: string) => void;
  onSave: () => void;
  onComplete: () => void;
};

/** Where the step's one number is typed, in its own unit. */
export function MetricField(props: MetricFieldProps) {
  const { step, text, isDisabled, onEdit, onSave, onComplete } = props;
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const atFocus = useRef('');
  const { metric } = step.definition;
  const isOpen = step.state === 'todo' || step.state === 'doing';
  if (metric.unit === 'yesNo') {
    return (
      <div>
        <p className={classes.fieldLabel}>{say(metric.name)}</p>
        <SegmentedControl
          data-testid="sop-metric-yes-no"
          aria-label={say(metric.name)}
          disabled={isDisabled}
          data={[
            { value: '', label: t('notSaid') },
            { value: '1', label: t('yes') },
            { value: '0', label: t('no') },
          ]}
          value={text}
          onChange={onEdit}
        />
      </div>
    );
  }
  return (
    <TextInput
      data-testid="sop-metric-input"
      classNames={{ input: classes.input }}
      label={say(metric.name)}
      placeholder={t(metric.unit === 'people' ? 'placeholder' : 'placeholderNumber')}
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span className={classes.unit}>{t(`unit_${metric.unit}`)}</span>}
      rightSectionWidth={56}
      disabled={isDisabled}
      value={text}
      onChange={(event) => onEdit(event.currentTarget.value)}
      onFocus={(event) => {
        atFocus.current = event.currentTarget.value;
      }}
      onBlur={(event) => {
        const goesTo = event.relatedTarget;
        const isCompleting = goesTo instanceof HTMLElement && goesTo.dataset.completes;
        if (!isCompleting && event.currentTarget.value !== atFocus.current) onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        if (isOpen) onComplete();
        else event.currentTarget.blur();
      }}
    />
  );
}
