import { Button, Kbd, Modal } from '@mantine/core';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { AuditAdd } from './audit-add';
import { AuditDecided } from './audit-decided';
import { AuditDesk } from './audit-desk';
import { AuditHead } from './audit-head';
import { ForgetPhotos } from './photos/forget-photos';
import { useAuditQueue } from './use-audit-queue';

export type AuditToolProps = { run: SopRun; step: SopStep };

/** Step 6: one card at a time, and how far the queue is. */
export function AuditTool({ run, step }: AuditToolProps) {
  const t = useMessages(auditMessages);
  const queue = useAuditQueue(run.id);
  const [areKeysShown, setKeysShown] = useState(false);
  const [isRoom, setRoom] = useState(false);
  const { page } = queue;
  if (!page) return null;
  const { progress } = page.answer;
  const isOpen = (step.state === 'todo' || step.state === 'doing') && run.status === 'running';
  const isDone = progress.total > 0 && progress.waiting === 0;
  const head = (
    <AuditHead
      queue={queue}
      answer={page.answer}
      action={
        isOpen && (
          <span className={classes.line}>
            {progress.total > 0 && (
              <Button
                size="compact-xs"
                variant="light"
                data-testid="audit-room"
                rightSection={<Kbd size="xs">Z</Kbd>}
                onClick={() => setRoom((now) => !now)}
              >
                {t(isRoom ? 'roomLeave' : 'room')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-expanded={areKeysShown}
              onClick={() => setKeysShown((now) => !now)}
            >
              {t('keys')} ?
            </Button>
          </span>
        )
      }
    />
  );
  const work = (
    <>
      {isDone && (
        <p className={classes.text} data-testid="audit-done">
          {t('queueDone', progress)}
        </p>
      )}
      {page.place.view === 'decided' ? (
        <AuditDecided run={run} queue={queue} isOpen={isOpen} />
      ) : (
        isOpen && (
          <AuditDesk
            run={run}
            queue={queue}
            areKeysShown={areKeysShown}
            onKeys={() => setKeysShown((now) => !now)}
            onRoom={() => setRoom((now) => !now)}
          />
        )
      )}
    </>
  );
  return (
    <section className={classes.tool} data-testid="audit-tool">
      {isRoom ? (
        <Modal
          opened
          fullScreen
          withCloseButton={false}
          title={null}
          transitionProps={{ duration: 0 }}
          onClose={() => setRoom(false)}
        >
          <div className={classes.room} data-audit-room>
            {head}
            {work}
          </div>
        </Modal>
      ) : (
        <>
          {head}
          {isOpen && <AuditAdd run={run} position={step.position} version={progress.total} />}
          {progress.total === 0 && <p className={classes.quiet}>{t('queueEmpty')}</p>}
          {work}
        </>
      )}
      {(isDone || run.status !== 'running') && <ForgetPhotos runId={run.id} />}
    </section>
  );
}
