import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useBackups } from '@/platform/backups';
import { Card } from '@/ui/card';
import classes from './data-card.module.css';
import { todayMessages } from './today.messages';
import type { TodayData } from './today.queries';

/** How many people and orders there are, what came in last, and whether it is backed up. */
export function DataCard({ data }: { data: TodayData }) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  return (
    <Card title={t('dataTitle')}>
      <div className={classes.figures}>
        <Link href="/members">
          <b>{format.count(data.memberCount)}</b>
          <span>{t('members')}</span>
        </Link>
        <Link href="/orders">
          <b>{format.count(data.orderCount)}</b>
          <span>{t('orders')}</span>
        </Link>
      </div>
      <LastImport batch={data.lastImport} />
      <BackupState />
    </Card>
  );
}

function LastImport({ batch }: { batch: TodayData['lastImport'] }) {
  const t = useMessages(todayMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    <div className={classes.line}>
      <div className={classes.words}>
        {batch === undefined ? (
          t('noImport')
        ) : (
          <>
            {t('lastImport', {
              when: format.relativeTime(batch.at),
              kind: words(`importKind.${batch.kind}`),
              file: batch.fileName,
            })}
            <small>
              {t('importCounts', {
                create: format.count(batch.counts.create),
                update: format.count(batch.counts.update),
                confirm: format.count(batch.counts.confirm),
                rejected: format.count(batch.counts.rejected),
              })}
            </small>
          </>
        )}
      </div>
      <Button component={Link} href="/import" size="xs" variant="default" flex="none">
        {t('importMore')}
      </Button>
    </div>
  );
}

function BackupState() {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const backups = useBackups();
  const newest = backups?.[0];
  return (
    <div className={classes.line}>
      <div className={classes.words}>
        {backups !== undefined &&
          (newest === undefined
            ? t('noBackup')
            : t('lastBackup', {
                when: format.relativeTime(newest.createdAt),
                size: format.bytes(newest.bytes),
              }))}
      </div>
      <Button component={Link} href="/settings/backups" size="xs" variant="default" flex="none">
        {t('backUp')}
      </Button>
    </div>
  );
}
