import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { hasSample } from '@/features/today';

export type DataHere = { members: number; orders: number; hasSample: boolean };

async function readDataHere(): Promise<DataHere> {
  const [members, orders, isSample] = await Promise.all([
    readDb.counter('members'),
    readDb.counter('orders'),
    hasSample(),
  ]);
  return { members, orders, hasSample: isSample };
}

/** What is on this laptop before it joins; `undefined` while loading. */
export function useDataHere(): DataHere | undefined {
  return useLive(readDataHere, []);
}
