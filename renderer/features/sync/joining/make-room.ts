import { removeSample } from '@/features/today';
import type { DataHere } from './use-data-here';

/** Nobody's team gets the invented people of the sample. */
export async function makeRoom(data: DataHere | undefined): Promise<void> {
  if (data?.hasSample) await removeSample();
}
