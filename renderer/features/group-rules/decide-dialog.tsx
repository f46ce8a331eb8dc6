import { Button, Modal, Textarea } from '@mantine/core';
import type { RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { decideAppeal } from './ledger.commands';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';

/** The entry stands or is withdrawn, with a reason. */
export function DecideDialog({ entry, onClose }: { entry: RuleEntry; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(ledgerMessages);
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  async function decide(outcome: 'stands' | 'withdrawn') {
    setTried(true);
    if (why.trim() === '') return;
    try {
      await execute(decideAppeal, { entryId: entry.id, outcome, why });
      onClose();
      showDone(t(outcome === 'stands' ? 'kept' : 'tookBack'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('decideTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.form}>
        <p className={classes.quote}>{t('appealText', { text: entry.appeal?.text ?? '' })}</p>
        <Textarea
          data-autofocus
          data-testid="decide-why"
          label={t('why')}
          autosize
          minRows={2}
          maxLength={500}
          value={why}
          error={isTried && why.trim() === '' ? t('whyMissing') : undefined}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <p className={classes.quiet}>
          {t(entry.kind === 'removal' ? 'decideRemovalHint' : 'decideHint')}
        </p>
        <span className={classes.foot}>
          <Button
            variant="default"
            data-testid="decide-stands"
            onClick={() => void decide('stands')}
          >
            {t('keep')}
          </Button>
          <Button data-testid="decide-withdrawn" onClick={() => void decide('withdrawn')}>
            {t('withdraw')}
          </Button>
        </span>
      </div>
    </Modal>
  );
}
