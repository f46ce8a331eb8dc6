import { Button, FileButton, Group, Modal, Textarea } from '@mantine/core';
import type { ReplyImportPlan } from '@shared/domain/replies/reply-import.rules';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker, execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { takeInReplies } from '../replies.commands';
import { repliesMessages } from '../replies.messages';
import { takeLargePaste } from './large-paste';
import { PlanPart } from './plan-part';
import classes from './take-in.module.css';

const LARGE = 500;

/** Keywords from a table, pasted or in a file: read, shown as a plan, taken in as one step. */
export function TakeInDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(repliesMessages);
  const [text, setText] = useState('');
  const [plan, setPlan] = useState<ReplyImportPlan>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const look = (ask: () => Promise<ReplyImportPlan>) =>
    during(async () => {
      const found = await ask();
      const { adds, changes, unchanged, errors } = found;
      if (adds.length + changes.length + unchanged + errors.length === 0) {
        setProblem(t('take.nothing'));
      } else setPlan(found);
    });
  const commit = () =>
    during(async () => {
      if (!plan) return;
      const { adds, changes } = plan;
      if (adds.length + changes.length >= LARGE) await backUpBefore('import');
      const { added, changed } = await execute(takeInReplies, {
        adds,
        changes: changes.map(({ id, after }) => ({ id, after })),
      });
      onClose();
      showDone(t('take.done', { added, changed }), { undo: true });
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('take.title')}
      size={plan ? 'min(960px, 96vw)' : 680}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="reply-import"
    >
      {plan ? (
        <PlanPart
          plan={plan}
          isBusy={isBusy}
          onBack={() => setPlan(undefined)}
          onCommit={() => void commit()}
        />
      ) : (
        <form
          className={classes.part}
          onSubmit={(event) => {
            event.preventDefault();
            void look(() => dataWorker().replies.planPaste(text));
          }}
        >
          <p>{t('take.text')}</p>
          <Textarea
            data-testid="reply-import-text"
            data-autofocus
            aria-label={t('take.label')}
            placeholder={t('take.sample')}
            // Growing with its text would measure thousands of pasted lines at every key.
            rows={10}
            value={text}
            onPaste={(event) => takeLargePaste(event, setText)}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="space-between">
            <FileButton
              accept=".xlsx,.xls,.csv,.tsv,.txt"
              inputProps={{ 'data-testid': 'reply-import-file' } as object}
              onChange={(file) => file && void look(() => dataWorker().replies.planFile(file))}
            >
              {(props) => (
                <Button {...props} variant="default">
                  {t('take.file')}
                </Button>
              )}
            </FileButton>
            <Button
              type="submit"
              data-testid="reply-import-look"
              loading={isBusy}
              disabled={text.trim() === ''}
            >
              {t('take.look')}
            </Button>
          </Group>
        </form>
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </Modal>
  );
}
