import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { complianceMessages } from '../compliance.messages';

const LONGEST_REASON = 300;

/** Why the words may stand. */
export function OverrideForm(props: { onKeep: (reason: string) => void; onLeave: () => void }) {
  const { onKeep, onLeave } = props;
  const t = useMessages(complianceMessages);
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onKeep(reason.trim());
      }}
    >
      <Textarea
        data-testid="compliance-reason"
        label={t('keepWhy')}
        placeholder={t('keepWhyHint')}
        autoFocus
        autosize
        minRows={2}
        maxRows={5}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The panel around it stays open.
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <Group gap="xs" mt={6}>
        <Button
          type="submit"
          size="compact-sm"
          data-testid="compliance-keep-done"
          disabled={reason.trim() === ''}
        >
          {t('keepDone')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Group>
    </form>
  );
}
