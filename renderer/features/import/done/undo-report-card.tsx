import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { importMessages } from '../import.messages';
import { type KeptName, readKeptNames, readRedoableBatch } from '../import.queries';
import { importWords } from '../import-words.messages';
import { doneMessages } from './done.messages';
import { closeUndoReport, redoImport, useUndoReport } from './undo-import';
import classes from './undo-report-card.module.css';

const SHOWN = 200;

/** After an undo: what went back, and what stayed because somebody worked on it since. */
export function UndoReportCard() {
  const t = useMessages(doneMessages);
  const common = useMessages(importMessages);
  const format = useFormat();
  const report = useUndoReport();
  const names = useLive(
    async () => (report ? readKeptNames(report.kept.slice(0, SHOWN)) : []),
    [report],
  );
  const redoable = useLive(readRedoableBatch, []);
  if (!report) return null;
  const { batch, kept } = report;
  const { create, update, newMembers } = batch.counts;
  const back = Math.max(0, create + update + newMembers - kept.length);
  return (
    <section
      className={classes.card}
      data-testid="import-undo-report"
      data-kept={kept.length}
      aria-label={t('reportTitle', { file: batch.fileName })}
    >
      <header className={classes.head}>
        <IconArrowBackUp size={20} stroke={1.75} aria-hidden />
        <b>{t('reportTitle', { file: batch.fileName })}</b>
        {redoable === batch.id && (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="import-redo"
            onClick={() => void redoImport(batch)}
          >
            {t('redo')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={common('close')}
          onClick={closeUndoReport}
        >
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </header>
      <p>{kept.length === 0 ? t('reportAllBack') : t('reportBack', { n: format.count(back) })}</p>
      {kept.length > 0 && (
        <>
          <p>{t('reportKept', { n: format.count(kept.length) })}</p>
          <ul className={classes.list}>
            {names?.map((one) => (
              <KeptRow key={`${one.entity}/${one.id}`} kept={one} />
            ))}
          </ul>
          {kept.length > SHOWN && (
            <p>{t('reportMore', { n: format.count(kept.length - SHOWN) })}</p>
          )}
        </>
      )}
    </section>
  );
}

function KeptRow({ kept }: { kept: KeptName }) {
  const t = useMessages(doneMessages);
  const common = useMessages(importMessages);
  const words = useMessages(importWords);
  const { name, href, fields } = kept;
  const known = new Set<string>(Object.keys(importWords.zh));
  const edited = fields
    .filter((field) => known.has(`field.${field}`))
    .map((field) => words(`field.${field}` as never));
  return (
    <li data-testid="import-kept" data-entity={kept.entity} data-id={kept.id}>
      <span className={classes.what}>{t(entityWord(kept.entity))}</span>
      {href ? <Link href={href}>{name}</Link> : <span>{name ?? t('reportGone')}</span>}
      <span className={classes.why}>
        {edited.length > 0
          ? t('reportEdited', { fields: edited.join(common('listSeparator')) })
          : fields.length === 0 && t('reportUsed')}
      </span>
    </li>
  );
}

function entityWord(entity: string) {
  switch (entity) {
    case 'members':
    case 'orders':
    case 'tags':
    case 'tagAssignments':
      return `entity.${entity}` as const;
    default:
      return 'entity.other';
  }
}
