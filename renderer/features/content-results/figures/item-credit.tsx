import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Why } from '@/ui/why';
import type { ItemCredit } from '@/workers/content/content-types';
import { contentResultsMessages } from '../content-results.messages';
import { isOut, readSettings } from '../content-results.queries';
import { figuresMessages } from './figures.messages';
import classes from './figures.module.css';

/** What orders tell of one item. */
export function ItemCreditLines({ item }: { item: ContentItem }) {
  const settings = useLive(readSettings, []);
  const windowHours = settings?.windowHours;
  const { date } = item;
  const answer = useAnswer(
    windowHours === undefined || !isOut(item) ? undefined : `${date} ${windowHours}`,
    () =>
      dataWorker().content.credits({
        from: date,
        to: date,
        windowHours: windowHours ?? 0,
        nowMs: Date.now(),
      }),
  );
  const credit = answer?.items[item.id];
  if (!credit || windowHours === undefined) return null;
  return <CreditLines credit={credit} windowHours={windowHours} isEverybody={answer.isEverybody} />;
}

type CreditLinesProps = { credit: ItemCredit; windowHours: number; isEverybody: boolean };

function CreditLines({ credit, windowHours, isEverybody }: CreditLinesProps) {
  const t = useMessages(figuresMessages);
  const words = useMessages(contentResultsMessages);
  const format = useFormat();
  const { baseline } = credit;
  const params = {
    orders: format.count(credit.orders),
    money: format.money(credit.netFen),
    buyers: format.count(credit.buyers),
    people: format.count(credit.people),
  };
  const lift = baseline && Math.round(baseline.lift * 10) / 10;
  return (
    <div
      className={classes.stack}
      data-testid="item-credit"
      data-orders={credit.orders}
      data-people={credit.people}
    >
      <p className={classes.line}>
        {t(isEverybody ? 'creditedEverybody' : 'credited', params)}
        <Why word={words('why')}>{t('whyCredit', { hours: windowHours })}</Why>
      </p>
      {credit.isOpen && <p className={classes.quiet}>{t('stillOpen', { hours: windowHours })}</p>}
      {baseline && lift !== undefined && (
        <p className={classes.line}>
          {t('baseline', {
            expected: Math.round(baseline.expected * 10) / 10,
            actual: format.count(baseline.actual),
            lift: t(lift < 0 ? 'less' : 'more', { n: Math.abs(lift) }),
          })}
          {baseline.low !== undefined && baseline.high !== undefined && (
            <span className={classes.quiet}>
              {t('lift', {
                low: Math.round(baseline.low * 10) / 10,
                high: Math.round(baseline.high * 10) / 10,
              })}
            </span>
          )}
          <Why word={words('why')}>{t('whyBaseline', { weeks: baseline.weeks })}</Why>
        </p>
      )}
    </div>
  );
}
