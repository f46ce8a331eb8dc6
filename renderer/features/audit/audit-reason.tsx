import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';

type AuditReasonProps = {
  kind: 'rejected' | 'askAgain';
  isBusy: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
};

/** Why somebody is not approved (required), or what they are asked for. Enter confirms. */
export function AuditReason({ kind, isBusy, onConfirm, onCancel }: AuditReasonProps) {
  const t = useMessages(auditMessages);
  const [reason, setReason] = useState('');
  const isRejecting = kind === 'rejected';
  const isReady = !isBusy && (!isRejecting || reason.trim() !== '');
  return (
    <form
      className={classes.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConfirm(reason);
      }}
    >
      <TextInput
        autoFocus
        className={classes.grow}
        data-testid="audit-reason"
        aria-label={t(isRejecting ? 'rejectReason' : 'askReason')}
        placeholder={t(isRejecting ? 'rejectReasonHint' : 'askReasonHint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button type="submit" size="sm" disabled={!isReady}>
        {t(isRejecting ? 'reject' : 'askAgain')}
      </Button>
      <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
