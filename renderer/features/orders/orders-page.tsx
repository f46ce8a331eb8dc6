import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { DeliveryButton } from '@/features/delivery';
import { ExportButton } from '@/features/export';
import { RelayButton } from '@/features/relay';
import { Page } from '@/ui/page';
import { PlainNumber } from '@/ui/plain-number';
import { useSelection } from '@/ui/table/use-selection';
import { WindowTable } from '@/ui/table/window-table';
import type { OrderListRow } from '@/workers/index/list-types';
import { useOrderColumns } from './order-columns';
import { OrderFilters } from './order-filters';
import { OrderPanel } from './order-panel';
import { filterOf, useOrderView } from './order-view';
import { ordersMessages } from './orders.messages';
import type { OrderTotals } from './orders.queries';
import { NothingFits, OrdersEmpty } from './orders-empty';
import { useOrderList } from './use-order-list';

const ROUTE = /^\/orders\/([^/]+)$/;

const orderData = (row: OrderListRow) => ({ 'data-order-id': row.id });

/** Every order, newest first; details beside the list. */
export function OrdersPage() {
  const t = useMessages(ordersMessages);
  const [location, navigate] = useLocation();
  const orderId = ROUTE.exec(location)?.[1];
  const view = useOrderView();
  const filter = useMemo(() => filterOf(view, Date.now(), DEFAULT_TIME_ZONE), [view]);
  const { totals, rowAt, onRange } = useOrderList(filter);
  const columns = useOrderColumns();
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const labels = useMemo(() => ({ all: t('selectAll'), one: t('selectOne') }), [t]);
  const { selection, ids } = useSelection({
    total: totals?.total ?? 0,
    idAt: (index) => rowAt(index)?.id,
    allIds: () => dataWorker().lists.orderIds(filter),
    labels,
    onError: showProblem,
  });
  const close = useCallback(() => {
    navigate('/orders');
    scrollRef.current?.querySelector('table')?.focus({ preventScroll: true });
  }, [navigate]);
  const isFiltered = Object.keys(filter).length > 0;
  const isEmpty = totals?.total === 0 && !isFiltered;

  return (
    <Page
      testId="page-orders"
      title={t('title')}
      subtitle={<Subtitle totals={totals} isFiltered={isFiltered} />}
      actions={
        <>
          <RelayButton />
          {!isEmpty && (
            <>
              <ExportButton
                list="orders"
                scope={() => (isFiltered ? { orders: filter } : undefined)}
              />
              <DeliveryButton source={ids.size > 0 ? { ids: [...ids] } : { filter }} />
            </>
          )}
        </>
      }
      filters={isEmpty ? undefined : <OrderFilters view={view} isFiltered={isFiltered} />}
      ready={totals !== undefined}
      fill
    >
      {isEmpty ? (
        <OrdersEmpty />
      ) : (
        <WindowTable
          label={t('listLabel')}
          columns={columns}
          minWidthPx={820}
          total={totals?.total}
          rowAt={rowAt}
          idOf={(row) => row.id}
          rowTestId="order-row"
          rowData={orderData}
          onRange={onRange}
          {...(orderId === undefined ? {} : { openId: orderId })}
          onOpen={(row) => navigate(`/orders/${row.id}`)}
          selection={selection}
          cutNote={t('cutNote')}
          scrollKey={JSON.stringify(filter)}
          scrollRef={scrollRef}
          empty={totals !== undefined && <NothingFits />}
        />
      )}
      {orderId !== undefined && <OrderPanel orderId={orderId} onClose={close} />}
    </Page>
  );
}

type SubtitleProps = { totals: OrderTotals | undefined; isFiltered: boolean };

function Subtitle({ totals, isFiltered }: SubtitleProps) {
  const t = useMessages(ordersMessages);
  const format = useFormat();
  if (!totals) return <>&nbsp;</>;
  const { total, amountFen } = totals;
  return (
    <>
      <PlainNumber testId="orders-total" value={total} shown={format.count(total)} />
      {t(isFiltered ? 'foundAfter' : 'countAfter', { count: total })}
      <PlainNumber
        testId="orders-gmv-fen"
        value={amountFen}
        shown={format.moneySummary(amountFen)}
      />
      {t('gmvAfter')}
    </>
  );
}
