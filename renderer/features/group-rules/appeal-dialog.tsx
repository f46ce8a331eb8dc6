import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { appealEntry } from './ledger.commands';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';

type AppealDialogProps = { entryId: string; name: string; onClose: () => void };

/** What the person says against the entry. */
export function AppealDialog({ entryId, name, onClose }: AppealDialogProps) {
  useReturnFocus();
  const t = useMessages(ledgerMessages);
  const [text, setText] = useState('');
  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await execute(appealEntry, { entryId, text });
      onClose();
      showDone(t('appealSaved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('appealTitle')} · ${name}`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <Textarea
          data-autofocus
          data-testid="appeal-text"
          label={t('appealLabel')}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="appeal-save" disabled={text.trim() === ''}>
            {t('appealSave')}
          </Button>
        </span>
      </form>
    </Modal>
  );
}
