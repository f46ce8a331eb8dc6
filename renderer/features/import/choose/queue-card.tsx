import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useWrittenWords } from '../done/use-written-words';
import { clearQueue, openNext, useFileQueue } from '../session/file-queue';
import type { ImportSession } from '../session/import-session';
import { batchesOf, nextWaiting, sumOf } from '../session/queue.rules';
import { stopRest, takeRestAlike } from '../session/run-queue';
import { chooseMessages } from './choose.messages';
import classes from './queue-card.module.css';
import { QueueRow } from './queue-row';
import { UndoQueue } from './undo-queue';

const ROW_PX = 32;
const FREE: readonly ImportSession['step'][] = ['choose', 'refused', 'done'];
/** While nothing is under way another file can be taken first. */
const BUSY: readonly ImportSession['step'][] = ['reading', 'planning', 'writing'];

type Props = { session: ImportSession; undone: ReadonlySet<string> };

/** Several files: what each was taken for, where it stands, and what came of all together. */
export function QueueCard({ session, undone }: Props) {
  const t = useMessages(chooseMessages);
  const format = useFormat();
  const { files, isRunning, pause } = useFileQueue();
  const writtenWords = useWrittenWords();
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    initialRect: { width: 800, height: 200 },
  });
  if (files.length === 0) return null;
  const sum = sumOf(files);
  const said = writtenWords(sum);
  if (sum.unchanged > 0) said.push(t('queueUnchanged', { n: format.count(sum.unchanged) }));
  const passed = sum.files - sum.waiting;
  const isFree = FREE.includes(session.step) && !isRunning;
  const canSwitch = !BUSY.includes(session.step) && !isRunning;
  const isOver = sum.waiting === 0;
  const hasNext = nextWaiting(files) !== undefined;
  const kept = batchesOf(files).filter(({ batchId }) => !undone.has(batchId));
  return (
    <section className={classes.card} data-testid="import-queue" data-waiting={sum.waiting}>
      <header className={classes.head}>
        <b>{t('queue', { n: format.count(sum.files) })}</b>
        <span role="status">
          {t('queueProgress', { done: format.count(passed), files: format.count(sum.files) })}
        </span>
        <div className={classes.actions}>
          {isRunning && (
            <Button
              size="compact-sm"
              variant="default"
              data-testid="import-queue-stop"
              onClick={stopRest}
            >
              {t('queueStop')}
            </Button>
          )}
          {isFree && session.step === 'done' && hasNext && (
            <Button
              size="compact-sm"
              data-testid="import-queue-rest"
              title={t('queueRestHint')}
              onClick={() => void takeRestAlike()}
            >
              {t('queueRest')}
            </Button>
          )}
          {canSwitch && hasNext && (
            <Button
              size="compact-sm"
              variant="default"
              data-testid="import-queue-next"
              onClick={() => void openNext()}
            >
              {t(isFree ? 'queueNext' : 'queueSkip')}
            </Button>
          )}
          {isFree && kept.length > 0 && <UndoQueue batches={kept} />}
          {isFree && isOver && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-testid="import-queue-close"
              onClick={clearQueue}
            >
              {t('queueClose')}
            </Button>
          )}
        </div>
      </header>
      {pause !== undefined && !isRunning && session.step !== 'done' && (
        <p className={classes.pause} role="status" data-testid="import-queue-pause">
          {t(`pause.${pause}`)}
        </p>
      )}
      <div className={classes.list} ref={list}>
        <ul aria-label={t('queueLabel')} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = files[index];
            if (!item) return null;
            return (
              <QueueRow
                key={item.id}
                item={item}
                top={start}
                isFree={canSwitch}
                isUndone={item.state === 'done' && undone.has(item.committed.batchId)}
              />
            );
          })}
        </ul>
      </div>
      {sum.done > 0 && (
        <p className={classes.sum} data-testid="import-queue-sum">
          {said.join(' · ')}
          {sum.rejected > 0 && (
            <span className={classes.rejected}>
              {t('queueRejected', { n: format.count(sum.rejected) })}
            </span>
          )}
        </p>
      )}
    </section>
  );
}
