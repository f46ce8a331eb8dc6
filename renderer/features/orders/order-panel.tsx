import { Button } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { RiskMark } from '@/features/risk-list';
import { EmptyState } from '@/ui/empty-state';
import { SidePanel } from '@/ui/side-panel';
import { StatusChip } from './order-columns';
import { OrderLines } from './order-lines';
import classes from './order-panel.module.css';
import { ordersMessages } from './orders.messages';
import { readOrder } from './orders.queries';

/** One order: who, what, how much, where to. */
export function OrderPanel({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useMessages(ordersMessages);
  const found = useLive(() => readOrder(orderId), [orderId]);
  const no = found?.order.externalNo ?? '';
  const label = found === null ? t('unknownTitle') : t('panelLabel', { no });
  return (
    <SidePanel
      testId="order-panel"
      label={label}
      closeLabel={t('panelClose')}
      onClose={onClose}
      title={found ? <span className={classes.no}>{label}</span> : ''}
    >
      {found === null && <UnknownOrder onClose={onClose} />}
      {found && (
        <>
          <Summary order={found.order} buyer={found.buyer} />
          <section className={classes.section}>
            <h3>{t('lines')}</h3>
            <OrderLines lines={found.order.lines} />
          </section>
          <Delivery order={found.order} />
        </>
      )}
    </SidePanel>
  );
}

function UnknownOrder({ onClose }: { onClose: () => void }) {
  const t = useMessages(ordersMessages);
  return (
    <EmptyState
      title={t('unknownTitle')}
      text={t('unknownText')}
      action={
        <Button variant="default" onClick={onClose}>
          {t('backToList')}
        </Button>
      }
    />
  );
}

function Summary({ order, buyer }: { order: Order; buyer: Member | undefined }) {
  const t = useMessages(ordersMessages);
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      <dt>{t('buyer')}</dt>
      <dd>
        {buyer ? (
          <Link href={`/members/${buyer.id}`} data-testid="order-buyer">
            {buyer.name}
          </Link>
        ) : (
          t('unknownBuyer')
        )}{' '}
        <RiskMark
          values={{
            name: order.receiver ?? buyer?.name,
            phone: order.receiverPhone ?? buyer?.phone ?? buyer?.phoneMasked,
            wechatId: buyer?.wechatId,
            address: order.address ?? buyer?.address,
          }}
          memberId={buyer?.id}
        />
      </dd>
      <dt>{t('orderedAt')}</dt>
      <dd>{format.dateTime(order.orderedAt)}</dd>
      <dt>{t('status')}</dt>
      <dd>
        <StatusChip status={order.status} />
      </dd>
      <dt>{t('amount')}</dt>
      <dd className={classes.money}>{format.money(order.amountFen)}</dd>
      {order.refundFen > 0 && (
        <>
          <dt>{t('refund')}</dt>
          <dd>{format.money(order.refundFen)}</dd>
          <dt>{t('net')}</dt>
          <dd>{format.money(order.amountFen - order.refundFen)}</dd>
        </>
      )}
    </dl>
  );
}

function Delivery({ order }: { order: Order }) {
  const t = useMessages(ordersMessages);
  const format = useFormat();
  const { campaign, receiver, receiverPhone, address, note } = order;
  const rows = [
    [t('campaign'), campaign],
    [t('receiver'), receiver],
    [t('receiverPhone'), receiverPhone && format.phone(receiverPhone)],
    [t('address'), address && format.address(address)],
    [t('note'), note],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  if (rows.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{t('details')}</h3>
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
