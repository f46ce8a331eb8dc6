import { Button } from '@mantine/core';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { IconArrowBackUp, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ExportButton } from '@/features/export';
import { planMessages } from '../plan/plan.messages';
import { saveRejected } from '../plan/save-rejected';
import { type SessionAt, startOver } from '../session/import-session';
import { useFocusIfLost } from '../use-focus-if-lost';
import { doneMessages } from './done.messages';
import classes from './done-step.module.css';
import { undoImport } from './undo-import';
import { useWrittenWords } from './use-written-words';

type Props = { session: SessionAt<'done'>; batches: ImportBatch[] | undefined };

/** Said once everything is durable; the import can be taken back from here. */
export function DoneStep({ session, batches }: Props) {
  const t = useMessages(doneMessages);
  const plan = useMessages(planMessages);
  const format = useFormat();
  const writtenWords = useWrittenWords();
  const card = useFocusIfLost();
  const { opened, committed } = session;
  const { batchId, written, counts } = committed;
  const file = opened.fileName;
  // It may have been taken back from elsewhere: the top bar, the history.
  const isUndone = batches?.some((batch) => batch.id === batchId && batch.undoneAt !== undefined);
  const { confirm, rejected, unchanged } = counts;
  const isWritten = batchId !== '' && isUndone !== true;

  const headline = isUndone
    ? t('undone', { file })
    : t(batchId === '' ? 'doneNothing' : 'done', { file });

  return (
    <section
      ref={card}
      className={classes.card}
      tabIndex={-1}
      data-testid="import-done"
      data-batch-id={batchId}
    >
      <IconCircleCheck className={classes.mark} size={28} stroke={1.5} aria-hidden />
      <div className={classes.words} role="status">
        <b>{headline}</b>
        {isWritten && <span>{writtenWords(written).join(' · ')}</span>}
        {isWritten && unchanged > 0 && (
          <span>{t('doneUnchanged', { n: format.count(unchanged) })}</span>
        )}
        {confirm > 0 && <span>{t('doneSkipped', { n: format.count(confirm) })}</span>}
      </div>
      <div className={classes.actions}>
        {rejected > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            data-testid="import-rejected-download"
            onClick={() => void saveRejected(file)}
          >
            {plan('downloadRejected', { n: format.count(rejected) })}
          </Button>
        )}
        {isWritten && (
          <UndoButton batch={{ id: batchId, fileName: file, kind: opened.kind, counts }} />
        )}
        <Button data-testid="import-again" onClick={() => void startOver()}>
          {t('again')}
        </Button>
      </div>
      {isWritten && <NextSteps kind={opened.kind} />}
    </section>
  );
}

function UndoButton({ batch }: { batch: Parameters<typeof undoImport>[0] }) {
  const t = useMessages(doneMessages);
  const [isUndoing, setIsUndoing] = useState(false);

  async function undo(): Promise<void> {
    setIsUndoing(true);
    const isTakenBack = await undoImport(batch, startOver);
    if (!isTakenBack) setIsUndoing(false);
  }

  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={16} />}
      data-testid="import-undo"
      loading={isUndoing}
      onClick={() => void undo()}
    >
      {t('undo')}
    </Button>
  );
}

const HREFS = {
  seeMembers: '/members',
  seeOrders: '/orders',
  seeTags: '/tags',
  seeSop: '/sop',
  seeCalendar: '/calendar',
} as const;
const PLACES: Record<ImportBatch['kind'], readonly (keyof typeof HREFS)[]> = {
  members: ['seeMembers', 'seeTags', 'seeSop'],
  orders: ['seeOrders', 'seeMembers', 'seeTags', 'seeSop'],
  funnel: ['seeSop'],
  interactions: ['seeMembers', 'seeTags'],
  results: [],
  content: ['seeCalendar'],
  suppliers: [],
  weather: [],
};

/** Kinds without a screen of their own: the list in which what they wrote leaves again. */
const LISTS = {
  interactions: 'interactions',
  results: 'contentResults',
  suppliers: 'supplierReadings',
  weather: 'weatherDays',
} as const;
const hasList = (kind: ImportBatch['kind']): kind is keyof typeof LISTS => kind in LISTS;

/** Where the work goes on. */
function NextSteps({ kind }: { kind: ImportBatch['kind'] }) {
  const t = useMessages(doneMessages);
  const places = PLACES[kind];
  return (
    <nav className={classes.next} aria-label={t('next')}>
      <span>{t('next')}</span>
      {places.map((place) => (
        <Link key={place} href={HREFS[place]}>
          {t(place === 'seeSop' && kind === 'funnel' ? 'seeFunnel' : place)}
        </Link>
      ))}
      {hasList(kind) && <ExportButton list={LISTS[kind]} testId="import-export" isCompact />}
      {kind !== 'members' && kind !== 'orders' && (
        <p className={classes.kept}>{t(`kept.${kind}`)}</p>
      )}
    </nav>
  );
}
