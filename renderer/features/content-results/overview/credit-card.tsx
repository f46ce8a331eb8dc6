import { Select } from '@mantine/core';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { saveResultsSettings } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import type { Results } from '../use-results';
import { overviewMessages } from './overview.messages';
import classes from './overview.module.css';

const WINDOWS = [6, 12, 24, 48, 72, 168];

/** Where the period's orders go, and how long a sending may claim them. */
export function CreditCard({ results: { credit, settings } }: { results: Results }) {
  const t = useMessages(overviewMessages);
  const base = useMessages(contentResultsMessages);
  const format = useFormat();
  const { windowHours } = settings;
  const choices = [...new Set([...WINDOWS, windowHours])].sort((a, b) => a - b);
  const lines = credit && [
    { key: 'toItems' as const, sum: credit.period.toItems },
    { key: 'toOthers' as const, sum: credit.period.toOthers },
    { key: 'toNone' as const, sum: credit.period.toNone },
    { key: 'allOrders' as const, sum: credit.period.all },
  ];
  return (
    <Card
      title={t('credit')}
      actions={<Why word={base('why')}>{t('creditWhy', { hours: windowHours })}</Why>}
    >
      <div
        data-testid="results-credit"
        data-all={credit?.period.all.orders}
        data-items={credit?.period.toItems.orders}
        data-others={credit?.period.toOthers.orders}
        data-none={credit?.period.toNone.orders}
      >
        {lines ? (
          <dl className={classes.flow}>
            {lines.map(({ key, sum }) => (
              <dt key={key}>
                <span>{t(key)}</span>
                <span>{t('ordersN', { n: format.count(sum.orders) })}</span>
                <span>{format.moneySummary(sum.netFen)}</span>
              </dt>
            ))}
          </dl>
        ) : (
          <p className={classes.quiet}>{t('counting')}</p>
        )}
        {credit?.isEverybody && <p className={classes.quiet}>{t('creditEverybody')}</p>}
        <Select
          size="xs"
          label={t('window')}
          allowDeselect={false}
          value={String(windowHours)}
          data={choices.map((n) => ({ value: String(n), label: t('hours', { n }) }))}
          onChange={(value) => {
            if (value === null) return;
            execute(saveResultsSettings, { windowHours: Number(value) }).catch(showProblem);
          }}
        />
      </div>
    </Card>
  );
}
