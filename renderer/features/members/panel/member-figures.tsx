import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Why } from '@/ui/why';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';

/** What the member's orders add up to, and why. */
export function MemberFigures({ memberId }: { memberId: string }) {
  const t = useMessages(panelMessages);
  const format = useFormat();
  const stats = useLive(
    async () => (await readDb.pagedGet('memberStats', memberId)) ?? null,
    [memberId],
  );
  if (!stats) {
    return (
      <dl className={classes.figures}>
        {stats === null && <p className={classes.none}>{t('never')}</p>}
      </dl>
    );
  }
  const figures = [
    [t('spent'), format.moneySummary(stats.amountFen)],
    [t('orders'), format.count(stats.orderCount)],
    [t('average'), format.money(Math.round(stats.amountFen / stats.orderCount))],
    [t('lastOrder'), format.relativeDay(stats.lastOrderAt)],
    [t('refunds'), format.money(stats.refundFen)],
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(([label, value]) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <Why word={t('why')}>
          {t('whyFigures', {
            n: format.count(stats.orderCount),
            first: format.date(stats.firstOrderAt),
          })}
        </Why>
      </div>
    </dl>
  );
}
