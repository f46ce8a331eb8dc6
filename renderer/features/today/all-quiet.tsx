import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import classes from './all-quiet.module.css';
import { todayMessages } from './today.messages';

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
