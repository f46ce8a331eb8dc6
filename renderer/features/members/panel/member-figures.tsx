import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useRuleNames } from '@/features/segments';
import { Why } from '@/ui/why';
import { roundedEstimate } from '../rounded-estimate';
import { FitRemark } from './fit-remark';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';
import { useMemberScores } from './use-member-scores';

/** What the member's orders add up to, what the models make of them, and why. */
export function MemberFigures({ memberId }: { memberId: string }) {
  const t = useMessages(panelMessages);
  const format = useFormat();
  const names = useRuleNames();
  const scores = useMemberScores(memberId);
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
  const { rfm, quadrant, ltvFen } = scores;
  const figures = [
    [t('spent'), format.moneySummary(stats.amountFen)],
    [t('orders'), format.count(stats.orderCount)],
    [t('average'), format.money(Math.round(stats.amountFen / stats.orderCount))],
    [t('lastOrder'), format.relativeDay(stats.lastOrderAt)],
    [t('refunds'), format.money(stats.refundFen)],
    ...(rfm === undefined ? [] : [[t('rfm'), [...rfm].join(' · ')]]),
    ...(ltvFen === undefined
      ? []
      : [[t('ltv'), t('estimated', { money: roundedEstimate(ltvFen, format) })]]),
    ...(quadrant === undefined ? [] : [[t('quadrant'), names.quadrant(quadrant) ?? quadrant]]),
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
          })}{' '}
          {(rfm !== undefined || ltvFen !== undefined) && t('whyScores')}
          {ltvFen !== undefined && <FitRemark />}
        </Why>
      </div>
    </dl>
  );
}
