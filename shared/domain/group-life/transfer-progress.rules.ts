import { TRANSFER_STATES, type TransferItem } from './transfer.schema';

export type TransferProgress = {
  total: number;
  byState: Record<TransferItem['state'], number>;
  /** Have answered one way or the other: moved or declined. */
  settled: number;
};

/** How far a plan got, in people. */
export function transferProgress(items: readonly Pick<TransferItem, 'state'>[]): TransferProgress {
  const byState = Object.fromEntries(TRANSFER_STATES.map((state) => [state, 0])) as Record<
    TransferItem['state'],
    number
  >;
  for (const { state } of items) byState[state] += 1;
  return { total: items.length, byState, settled: byState.moved + byState.declined };
}
