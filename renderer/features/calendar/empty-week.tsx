import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import classes from './empty-week.module.css';

/** Above an empty grid: how to begin, and last week as a start. */
export function EmptyWeek({
  previousCount,
  onCopy,
}: {
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
    </div>
  );
}
