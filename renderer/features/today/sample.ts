import type { ImportBatch, ImportKind } from '@shared/domain/import/import-batch.schema';
import { proxy } from 'comlink';
import { dataWorker, flushJournal, undoBatch } from '@/db/client';
import { readDb } from '@/db/read';
import interactionsUrl from '../../../resources/samples/sample-interactions.csv?url';
import ordersUrl from '../../../resources/samples/sample-orders.xlsx?url';
import rosterUrl from '../../../resources/samples/sample-roster.xlsx?url';

type SampleFile = { kind: ImportKind; name: string; url: string };

/** In the order in which they come in; they leave in the opposite one. */
const FILES: readonly SampleFile[] = [
  { kind: 'members', name: 'sample-roster.xlsx', url: rosterUrl },
  { kind: 'orders', name: 'sample-orders.xlsx', url: ordersUrl },
  { kind: 'interactions', name: 'sample-interactions.csv', url: interactionsUrl },
];

/** The sample goes the way of every file: read, recognised, planned, committed. */
export async function importSample(): Promise<void> {
  for (const sample of FILES) await importFile(sample);
  await flushJournal();
}

async function importFile({ kind, name, url }: SampleFile): Promise<void> {
  const desk = dataWorker().imports;
  const tell = proxy(() => undefined);
  const file = new File([await (await fetch(url)).blob()], name);
  const { mapping, campaign, assumedAt } = await desk.open(file, kind, tell);
  await desk.plan({ mapping, campaign, assumedAt, policies: {}, fixes: [] }, tell);
  await desk.commit('skip', tell);
}

/** Whether an import is one of the sample's that is still here. */
export function isSampleBatch({ fileName, undoneAt }: ImportBatch): boolean {
  return undoneAt === undefined && FILES.some(({ name }) => name === fileName);
}

/** Takes the sample's imports back; what the user added by hand stays. */
export async function removeSample(): Promise<void> {
  const batches = (await readDb.rows('importBatches').all()).filter(isSampleBatch);
  for (const { id } of batches.sort((a, b) => b.at - a.at)) await undoBatch(id);
  await flushJournal();
}
