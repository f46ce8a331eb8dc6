import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { todayTouchesMessages } from './today-touches.messages';
import classes from './touch.module.css';
import { useTouchOverview, useTouchPlans } from './use-touch';

/** Today's line: how many are to be touched, by stage; nothing without a plan that works. */
export function TodayTouches() {
  const t = useMessages(todayTouchesMessages);
  const format = useFormat();
  const say = useBilingual();
  const plans = useTouchPlans()?.filter(({ closedAt }) => closedAt === undefined) ?? [];
  const overview = useTouchOverview(plans.length > 0);
  if (!overview || overview.plans.length === 0) return null;
  const open = overview.plans.flatMap(({ planId, stages }) =>
    stages.flatMap(({ key, due, overdue }) => {
      const stage = plans.find(({ id }) => id === planId)?.stages.find((it) => it.key === key);
      const n = due + overdue;
      return stage && n > 0 ? [{ key: `${planId} ${key}`, name: say(stage.label), n }] : [];
    }),
  );
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
          {open.map(({ name, n }) => `${name} ${format.count(n)}`).join(' / ')}
        </p>
      )}
    </Card>
  );
}
