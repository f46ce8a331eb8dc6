import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { todayTouchesMessages } from './today-touches.messages';
import classes from './touch.module.css';
import type { DueStage } from './use-due-touches';

/** Today's line: how many are to be touched, by stage; nothing without a plan that works. */
export function TodayTouches({ due }: { due: readonly DueStage[] | undefined }) {
  const t = useMessages(todayTouchesMessages);
  const format = useFormat();
  const say = useBilingual();
  if (!due || due.length === 0) return null;
  const open = due.filter(({ n }) => n > 0);
  const total = open.reduce((sum, { n }) => sum + n, 0);
  return (
    <Card
      title={t('title')}
      actions={
        <Button component={Link} href="/sop/touch" size="xs" variant="light">
          {t('open')}
        </Button>
      }
    >
      <p data-testid="today-touches" data-count={total}>
        {total === 0 ? t('none') : t('count', { n: format.count(total) })}
      </p>
      {open.length > 0 && (
        <p className={classes.quiet}>
          {open.map(({ label, n }) => `${say(label)} ${format.count(n)}`).join(' / ')}
        </p>
      )}
    </Card>
  );
}
