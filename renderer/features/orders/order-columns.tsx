import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import type { TableColumn } from '@/ui/table/table-types';
import type { OrderListRow } from '@/workers/index/list-types';
import { ordersMessages } from './orders.messages';

const TONES = {
  pending: 'yellow',
  paid: 'teal',
  shipped: 'teal',
  delivered: 'green',
  cancelled: 'plain',
  refunded: 'red',
  unknown: 'plain',
} as const satisfies Record<OrderStatus, string>;

export function StatusChip({ status }: { status: OrderStatus }) {
  const words = useMessages(wordsMessages);
  return <Chip tone={TONES[status]}>{words(`orderStatus.${status}`)}</Chip>;
}

/** What the list says of each order. */
export function useOrderColumns(): readonly TableColumn<OrderListRow>[] {
  const t = useMessages(ordersMessages);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'orderedAt',
        label: t('orderedAt'),
        width: '176px',
        render: (row) => format.dateTime(row.orderedAt),
      },
      {
        id: 'buyer',
        label: t('buyer'),
        width: 'minmax(120px, 1.2fr)',
        render: (row) =>
          row.buyer === undefined ? t('unknownBuyer') : <strong>{row.buyer}</strong>,
      },
      {
        id: 'externalNo',
        label: t('externalNo'),
        width: 'minmax(160px, 1.6fr)',
        render: (row) => row.externalNo,
      },
      {
        id: 'status',
        label: t('status'),
        width: 'minmax(112px, 0.8fr)',
        render: (row) => <StatusChip status={row.status} />,
      },
      {
        id: 'refund',
        label: t('refund'),
        width: '112px',
        isNumber: true,
        render: (row) => (row.refundFen > 0 ? format.money(row.refundFen) : ''),
      },
      {
        id: 'amount',
        label: t('amount'),
        width: '128px',
        isNumber: true,
        render: (row) => format.money(row.amountFen),
      },
    ],
    [t, format],
  );
}
