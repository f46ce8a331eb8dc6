import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { StartFromTemplate } from '@/features/content-plan';
import { calendarMessages } from './calendar.messages';
import classes from './empty-week.module.css';

/** Above an empty grid: how to begin, and last week or a ready-made one as a start. */
export function EmptyWeek({
  day,
  previousCount,
  onCopy,
}: {
  day: string;
  previousCount: number;
  onCopy: () => void;
}) {
  const t = useMessages(calendarMessages);
  return (
    <div className={classes.empty}>
      <span>{t('emptyHint')}</span>
      {previousCount > 0 && (
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={onCopy}
        >
          {t('copyLastWeek', { count: previousCount })}
        </Button>
      )}
      <StartFromTemplate day={day} />
    </div>
  );
}
