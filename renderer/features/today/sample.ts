import type { ImportBatch, ImportKind } from '@shared/domain/import/import-batch.schema';
import { proxy } from 'comlink';
import { dataWorker, execute, flushJournal, undoBatch } from '@/db/client';
import { readDb } from '@/db/read';
import groupsUrl from '../../../resources/samples/sample-groups.json?url';
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

const GROUPS_FILE = 'sample-groups.json';

/** The sample goes the way of every file: read, recognised, planned, committed; groups for it follow. */
export async function importSample(): Promise<void> {
  for (const sample of FILES) await importFile(sample);
  await putGroups();
  await flushJournal();
}

async function putGroups(): Promise<void> {
  // Nobody needs the commands before: the page of the start is read without them.
  const { putSampleGroups } = await import('./sample-groups.commands');
  const rosters = (await sampleBatches()).filter(({ kind }) => kind === 'members');
  const spec = await (await fetch(groupsUrl)).json();
  const batchIds = rosters.map(({ id }) => id);
  await execute(putSampleGroups, { spec, fileName: GROUPS_FILE, batchIds });
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
  const isNamed = fileName === GROUPS_FILE || FILES.some(({ name }) => name === fileName);
  return undoneAt === undefined && isNamed;
}

const sampleBatches = async (): Promise<ImportBatch[]> =>
  (await readDb.rows('importBatches').all()).filter(isSampleBatch);

/** Whether anything of the sample is here. */
export const hasSample = async (): Promise<boolean> => (await sampleBatches()).length > 0;

/**
 * Takes the sample's groups out with whatever was added to them, then its imports back; what the user
 * added by hand elsewhere stays.
 */
export async function removeSample(): Promise<void> {
  const { clearSampleGroups } = await import('./sample-groups.commands');
  const batches = await sampleBatches();
  await execute(clearSampleGroups, {});
  for (const { id } of batches.sort((a, b) => b.at - a.at)) await undoBatch(id);
  await flushJournal();
}
