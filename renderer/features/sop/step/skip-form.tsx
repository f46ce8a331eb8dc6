import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { stepMessages } from '../step.messages';
import classes from './step-metric.module.css';

type SkipFormProps = { isBusy: boolean; onSkip: (reason: string) => void; onCancel: () => void };

/** Skipping asks for the reason in the same breath. */
export function SkipForm({ isBusy, onSkip, onCancel }: SkipFormProps) {
  const t = useMessages(stepMessages);
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.end}
      onSubmit={(event) => {
        event.preventDefault();
        onSkip(reason);
      }}
    >
      <TextInput
        autoFocus
        className={classes.reason}
        aria-label={t('skipTitle')}
        placeholder={`${t('skipTitle')} ${t('skipPlaceholder')}`}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button type="submit" variant="default" disabled={isBusy || reason.trim() === ''}>
        {t('skipConfirm')}
      </Button>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
