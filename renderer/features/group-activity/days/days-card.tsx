import { ActionIcon, Button, Fieldset } from '@mantine/core';
import { addDays, weekStart } from '@shared/lib/time';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useIsOver } from '@/features/group-life';
import { Card } from '@/ui/card';
import classes from '../activity.module.css';
import { daysMessages } from './days.messages';
import { PasteDays } from './paste-days';
import { WeekGrid } from './week-grid';

/** What was said day by day, a week at a time, or many at once from a table. */
export function DaysCard({ groupId }: { groupId: string }) {
  const t = useMessages(daysMessages);
  const format = useFormat();
  const today = useToday();
  const isOver = useIsOver(groupId);
  const [back, setBack] = useState(0);
  const [isPasting, setPasting] = useState(false);
  const known = useLive(() => readDb.pagedByPrefix('groupDays', `${groupId}.`), [groupId]);
  const monday = addDays(weekStart(today), -7 * back);
  return (
    <Card
      title={t('title')}
      actions={
        <span className={classes.buttons}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('weekBefore')}
            data-testid="days-before"
            onClick={() => setBack(back + 1)}
          >
            <IconChevronLeft size={18} stroke={1.75} />
          </ActionIcon>
          <span>{`${format.day(monday)} – ${format.day(addDays(monday, 6))}`}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('weekAfter')}
            disabled={back === 0}
            onClick={() => setBack(back - 1)}
          >
            <IconChevronRight size={18} stroke={1.75} />
          </ActionIcon>
          {!isOver && (
            <Button
              size="xs"
              variant="default"
              data-testid="days-paste"
              onClick={() => setPasting(true)}
            >
              {t('paste')}
            </Button>
          )}
        </span>
      }
    >
      {!isOver && <p className={classes.quiet}>{t('lead')}</p>}
      {known && (
        <Fieldset variant="unstyled" disabled={isOver}>
          <WeekGrid key={monday} groupId={groupId} monday={monday} today={today} known={known} />
        </Fieldset>
      )}
      {isPasting && <PasteDays groupId={groupId} onClose={() => setPasting(false)} />}
    </Card>
  );
}
