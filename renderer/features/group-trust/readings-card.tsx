import { ActionIcon, Button } from '@mantine/core';
import type { GroupReading } from '@shared/domain/group-life/group-day.schema';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { removeReading, useIsOver } from '@/features/group-life';
import { Card } from '@/ui/card';
import type { ReadingStart } from './reading-form';
import { readingsMessages } from './readings.messages';
import classes from './trust.module.css';
import { useTrustWords } from './use-trust-words';

const LISTED = 10;

type ReadingsCardProps = { groupId: string; onOpen: (start: ReadingStart) => void };

/** What people said when asked, the latest first. */
export function ReadingsCard({ groupId, onOpen }: ReadingsCardProps) {
  const t = useMessages(readingsMessages);
  const format = useFormat();
  const isOver = useIsOver(groupId);
  const rows = useLive(() => readDb.rows('groupReadings').by('groupId', groupId), [groupId]);
  const readings = [...(rows ?? [])].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
  return (
    <Card
      title={t('title')}
      actions={
        !isOver && (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="reading-add"
            leftSection={<IconPlus size={14} />}
            onClick={() => onOpen({ kind: 'known' })}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <p className={classes.quiet}>{t('intro')}</p>
      {rows && readings.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
      <ul className={classes.readings}>
        {readings.slice(0, LISTED).map((reading) => (
          <ReadingLine
            key={reading.id}
            reading={reading}
            {...(!isOver && { onEdit: () => onOpen({ kind: reading.kind, reading }) })}
          />
        ))}
      </ul>
      {readings.length > LISTED && (
        <p className={classes.quiet}>{t('more', { n: format.count(readings.length - LISTED) })}</p>
      )}
    </Card>
  );
}

type ReadingLineProps = {
  reading: GroupReading;
  /** Absent where they are only read. */
  onEdit?: () => void;
};

function ReadingLine({ reading, onEdit }: ReadingLineProps) {
  const t = useMessages(readingsMessages);
  const format = useFormat();
  const say = useTrustWords();
  const { id, kind, day, n, k, note, by } = reading;
  const remove = () =>
    execute(removeReading, { readingId: id }).then(
      () => showDone(t('removed'), { undo: true }),
      showProblem,
    );
  return (
    <li data-testid="reading-row" data-kind={kind} data-k={k} data-n={n}>
      <span>{t(`kind.${kind}`)}</span>
      <b>{say.rate(k, n)}</b>
      <span className={classes.quiet}>
        {[format.day(day), by, note].filter(Boolean).join(' · ')}
      </span>
      {onEdit && (
        <>
          <ActionIcon variant="subtle" color="gray" aria-label={t('change')} onClick={onEdit}>
            <IconPencil size={16} stroke={1.75} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove')}
            onClick={() => void remove()}
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
