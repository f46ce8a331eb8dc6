import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { useWindowRows } from '@/ui/use-window-rows';
import type { OrderFilter, OrderListRow } from '@/workers/index/list-types';
import { type OrderTotals, readOrderTotals } from './orders.queries';

export type OrderList = {
  /** Of what the filter lets through; `undefined` while nothing is known. */
  totals: OrderTotals | undefined;
  rowAt: (index: number) => OrderListRow | undefined;
  onRange: (from: number, to: number) => void;
};

/** Orders that fit, newest first. Without a filter the sums come from the kept counters at once. */
export function useOrderList(filter: OrderFilter): OrderList {
  const version = useDataVersion();
  const whole = useLive(readOrderTotals, []);
  const key = JSON.stringify(filter);
  const { answer, rowAt, onRange } = useWindowRows<OrderListRow, OrderTotals>({
    key,
    version,
    isEnabled: whole !== undefined,
    load: (offset, limit) => dataWorker().lists.queryOrders({ ...filter, offset, limit }),
    onError: showProblem,
  });
  const isWhole = Object.keys(filter).length === 0;
  return { totals: isWhole ? whole : answer, rowAt, onRange };
}
