import { Button } from '@mantine/core';
import { decisionsOf, type GroupDecision } from '@shared/domain/group-life/decision.rules';
import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import { IconArrowsTransferUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import { EmptyState } from '@/ui/empty-state';
import classes from '../transfer.module.css';
import type { TransferRecord } from '../transfer.queries';
import type { EntryWorld } from '../use-transfer';
import { draftMessages } from './draft.messages';
import { DraftForm } from './draft-form';

const NOBODY: ReadonlySet<string> = new Set();

/** Nothing is planned yet: what a plan is for, and the decision that asks for one. */
export function StartPart({ record, world }: { record: TransferRecord; world: EntryWorld }) {
  const t = useMessages(draftMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [isPlanning, setPlanning] = useState(false);
  const { group, story } = record;
  const decision = endingOf(story);
  const reasons = decision ? reasonsOf(decision) : [];
  if (isPlanning) {
    return (
      <DraftForm
        group={group}
        world={world}
        known={NOBODY}
        reasons={reasons}
        onClose={() => setPlanning(false)}
      />
    );
  }
  const isYoung = group.phase !== 'late';
  return (
    <EmptyState
      icon={IconArrowsTransferUp}
      title={t('title')}
      text={t('what')}
      action={
        <div className={classes.start}>
          {isYoung && !decision && (
            <p className={classes.text}>
              {t('young', { phase: words(`groupPhase.${group.phase}`) })}{' '}
              <Link href={groupAddress(group.id, 'worth')}>{t('lookAtWorth')}</Link>
            </p>
          )}
          {decision && reasons.length > 0 && (
            <div>
              <p className={classes.quiet}>{t('decided', { day: format.date(decision.at) })}</p>
              <ul className={classes.reasons}>
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </div>
          )}
          <Button
            data-testid="transfer-make"
            variant={isYoung && !decision ? 'default' : 'filled'}
            onClick={() => setPlanning(true)}
          >
            {t('make')}
          </Button>
        </div>
      }
    />
  );
}

/** What the decision was made on, as it was written down. */
const reasonsOf = ({ reasons, note }: GroupDecision): string[] => [
  ...reasons,
  ...(note ? [note.slice(0, 300)] : []),
];

/** The newest decision, if it was to let the group go. */
function endingOf(story: readonly GroupEvent[]): GroupDecision | undefined {
  const [newest] = decisionsOf(story);
  const isEnding = newest?.decision === 'transfer' || newest?.decision === 'dissolve';
  return isEnding ? newest : undefined;
}
