import { Button } from '@mantine/core';
import type { Twin } from '@shared/domain/sop/audit-match.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { MergeChosenDialog } from '@/features/duplicates/index';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';

/** Other records that may be the same person; those with more than a name can be merged here. */
export function AuditTwins({ memberId, twins }: { memberId: string; twins: readonly Twin[] }) {
  const t = useMessages(auditMessages);
  const [merging, setMerging] = useState<string>();
  const mergeable = twins.filter(({ mayMerge }) => mayMerge);
  if (mergeable.length === 0) return null;
  return (
    <div>
      <p className={classes.quiet}>{t('twins')}</p>
      {mergeable.map((twin) => (
        <div key={twin.memberId} className={classes.line} data-testid="audit-twin">
          <span>{t('ofMember', { name: twin.name })}</span>
          <span className={classes.quiet}>
            {[
              ...twin.reasons.map((reason) => t(`reason.${reason}`)),
              t(`strength.${twin.strength}`),
            ].join(' · ')}
          </span>
          <Button
            size="compact-xs"
            variant="light"
            data-testid="audit-merge"
            onClick={() => setMerging(twin.memberId)}
          >
            {t('same')}
          </Button>
        </div>
      ))}
      {merging && (
        <MergeChosenDialog memberIds={[memberId, merging]} onClose={() => setMerging(undefined)} />
      )}
    </div>
  );
}
