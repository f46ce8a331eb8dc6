import { newestVersion } from '@shared/domain/growth/growth-settings.schema';
import { liabilityFen } from '@shared/domain/growth/privilege.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { PlainNumber } from '@/ui/plain-number';
import { Why } from '@/ui/why';
import type { GrowthOverview } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { usePrivileges } from './use-growth';

/** What all members hold together: the leader's promise, in points and in money. */
export function GrowthTotals({ overview }: { overview: GrowthOverview }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const privileges = usePrivileges() ?? [];
  const { balance, holders, pending, expiring, owed, debtors, settings } = overview;
  const fen = liabilityFen(balance, privileges);
  const people = (n: number) => t('peopleOf', { n: format.count(n) });
  return (
    <Card>
      <dl className={classes.totals}>
        <div>
          <dt>{t('balance')}</dt>
          <dd>
            <PlainNumber testId="growth-balance" value={balance} shown={format.count(balance)} />{' '}
            <small>{people(holders)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('pending')}</dt>
          <dd>
            <PlainNumber testId="growth-pending" value={pending} shown={format.count(pending)} />
          </dd>
        </div>
        <div>
          <dt>{t('expiring')}</dt>
          <dd>{format.count(expiring)}</dd>
        </div>
        {owed > 0 && (
          <div>
            <dt>{t('owed')}</dt>
            <dd>
              {format.count(owed)} <small>{people(debtors)}</small>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('liability')}</dt>
          <dd>
            {fen === undefined ? <small>{t('noCost')}</small> : `≤ ${format.moneySummary(fen)}`}
          </dd>
        </div>
        <Why word={t('why')}>{t('whyTotals', { days: newestVersion(settings).pendingDays })}</Why>
      </dl>
    </Card>
  );
}
