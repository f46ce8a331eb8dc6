import { Button } from '@mantine/core';
import { SLOTS } from '@shared/domain/calendar/content.schema';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import classes from './all-quiet.module.css';
import { todayMessages } from './today.messages';
import type { TodayData } from './today.queries';

/** Every slot has its content and no flow waits for a step. */
export function isAllQuiet({ items, nextSteps }: TodayData): boolean {
  const isPlanned = SLOTS.every((slot) => items.some((item) => item.slot === slot));
  return isPlanned && nextSteps.length === 0;
}

/** Nothing left to do today: one sentence, and one thing worth doing. */
export function AllQuiet({ hasPeople }: { hasPeople: boolean }) {
  const t = useMessages(todayMessages);
  return (
    <div className={classes.line} role="status">
      <IconCircleCheck size={20} stroke={1.75} aria-hidden />
      <span>{t(hasPeople ? 'allQuiet' : 'allQuietNoPeople')}</span>
      <Button
        component={Link}
        href={hasPeople ? '/members' : '/import'}
        size="xs"
        variant="default"
      >
        {t(hasPeople ? 'seeMembers' : 'choiceImport')}
      </Button>
    </div>
  );
}
