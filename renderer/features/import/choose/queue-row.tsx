import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { importWords } from '../import-words.messages';
import { openQueued, removeQueued } from '../session/file-queue';
import type { QueuedFile } from '../session/queue.rules';
import { chooseMessages } from './choose.messages';
import classes from './queue-card.module.css';

type Props = { item: QueuedFile; top: number; isFree: boolean; isUndone: boolean };

/** One file of several: its name, what it is, where it stands. A click opens it again. */
export function QueueRow({ item, top, isFree, isUndone }: Props) {
  const t = useMessages(chooseMessages);
  const { state, path, file } = item;
  const canOpen = isFree && state !== 'skipped' && state !== 'open';
  return (
    <li
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      data-testid="import-queue-file"
      data-state={isUndone ? 'undone' : state}
    >
      <i className={classes.mark} data-state={isUndone ? 'undone' : state} aria-hidden />
      <button
        type="button"
        className={classes.name}
        title={path}
        disabled={!canOpen}
        aria-label={t('queueOpen', { file: path })}
        onClick={() => void openQueued(item.id)}
      >
        {path}
      </button>
      <span className={classes.state}>{t(isUndone ? 'state.undone' : `state.${state}`)}</span>
      <Outcome item={item} />
      {(state !== 'open' || isFree) && (
        <ActionIcon
          className={classes.remove}
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('queueRemove', { file: file.name })}
          onClick={() => void removeQueued(item.id)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

function Outcome({ item }: { item: QueuedFile }) {
  const t = useMessages(chooseMessages);
  const words = useMessages(importWords);
  const kinds = useMessages(wordsMessages);
  const format = useFormat();
  if (item.state === 'refused') {
    return (
      <span className={classes.outcome} data-tone="red" title={item.problem}>
        {item.problem}
      </span>
    );
  }
  if (item.state !== 'done') {
    return <span className={classes.outcome}>{item.state === 'skipped' && t('notASheet')}</span>;
  }
  const { create, update, unchanged, rejected } = item.committed.counts;
  const source = item.source;
  const what = source ? words(`source.${source}` as never) : kinds(`importKind.${item.kind}`);
  const counts = t('doneCounts', {
    create: format.count(create),
    update: format.count(update),
    unchanged: format.count(unchanged),
  });
  return (
    <span className={classes.outcome} title={what}>
      {t('outcome', { what, counts })}
      {rejected > 0 && (
        <span className={classes.rejected}>{t('doneRejected', { n: format.count(rejected) })}</span>
      )}
    </span>
  );
}
