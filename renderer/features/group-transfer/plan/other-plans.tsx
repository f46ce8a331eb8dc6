import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { groupAddress } from '@/features/group-life';
import { Card } from '@/ui/card';
import classes from '../transfer.module.css';
import { readOpenPlans } from '../transfer.queries';
import { planMessages } from './plan.messages';

/** Plans of other groups that are under way; nothing where there are none. */
export function OtherPlans({ groupId }: { groupId: string }) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const plans = useLive(readOpenPlans, [])?.filter(({ plan }) => plan.fromGroupId !== groupId);
  if (!plans || plans.length === 0) return null;
  return (
    <Card title={t('others')}>
      <ul className={classes.plans}>
        {plans.map(({ plan, groupName, progress }) => (
          <li key={plan.id} data-testid="transfer-other" data-group-id={plan.fromGroupId}>
            <Link href={groupAddress(plan.fromGroupId, 'transfer')}>{groupName}</Link>
            <span className={classes.number}>
              {t('othersLine', {
                moved: format.count(progress.byState.moved),
                total: format.count(progress.total),
              })}
            </span>
            {plan.untilDay && (
              <span className={classes.quiet}>
                {t('until', { day: format.day(plan.untilDay) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
