import type { OrderLine } from '@shared/domain/orders/order.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './order-panel.module.css';
import { ordersMessages } from './orders.messages';

/** What was bought, as the export told it. */
export function OrderLines({ lines }: { lines: readonly OrderLine[] }) {
  const t = useMessages(ordersMessages);
  const format = useFormat();
  if (lines.length === 0) return <p className={classes.none}>{t('noLines')}</p>;
  const hasAmounts = lines.some((line) => line.amountFen !== undefined);
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th>{t('product')}</th>
          <th>{t('quantity')}</th>
          {hasAmounts && <th>{t('lineAmount')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <tr key={i}>
            <td>
              {line.product}
              {line.spec && <span className={classes.spec}>{line.spec}</span>}
            </td>
            <td>{format.count(line.quantity)}</td>
            {hasAmounts && (
              <td>{line.amountFen === undefined ? '' : format.money(line.amountFen)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
