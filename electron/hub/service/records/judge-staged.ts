import type { Refusal } from '@shared/contracts/hub-http';
import type { Batch } from '../log/batch';
import { judgeLabelled } from './judge';
import { type Labelled, readNames } from './names';
import { addLabels } from './records';

/** All pieces of a large operation, judged once more as it enters: labels may have changed since. */
export async function judgeAndApplyStaged(
  batch: Batch,
  bodyId: string,
): Promise<Refusal | undefined> {
  const { work, seat, isDivided } = batch;
  if (!isDivided) return undefined;
  for await (const part of staged(batch, bodyId)) {
    const refusal = await judgeLabelled(work, seat, [part]);
    if (refusal) return refusal;
  }
  for await (const part of staged(batch, bodyId)) await addLabels(work, seat.workspaceId, part);
  return undefined;
}

/** The lists of records of its parts, a piece at a time. */
async function* staged({ work, seat }: Batch, bodyId: string): AsyncGenerator<Labelled> {
  for (let piece = 0; ; piece++) {
    const rows = await work
      .selectFrom('op_parts')
      .select(['scopes', 'names'])
      .where('workspace_id', '=', seat.workspaceId)
      .where('body_id', '=', bodyId)
      .where('piece', '=', piece)
      .orderBy('part')
      .execute();
    if (rows.length === 0) return;
    for (const { scopes, names } of rows) yield { scopes, records: readNames(names) };
  }
}
