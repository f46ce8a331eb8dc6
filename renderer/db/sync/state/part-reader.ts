import { ExpectedError } from '@shared/lib/errors';
import { meta, type TableSource } from '../../tables';
import { partBytes } from './fetched-parts';
import { unpackPart } from './part-bytes';
import type { StateBody } from './slice';

/** Shows the parts of a fetched state in order, inside a transaction: one is unpacked while another is used. */
export async function readParts(
  within: TableSource,
  count: number,
  show: (body: StateBody) => Promise<void>,
): Promise<void> {
  // Whoever sees nothing of a state yet gets none of its parts.
  if (count === 0) return;
  let next = await begin(within, 0);
  for (let piece = 0; piece < count; piece += 1) {
    const current = next;
    if (piece + 1 < count) next = await begin(within, piece + 1);
    await show(await kept(within, current.body));
  }
}

/** Wrapped: a promise that is handed on by another would be waited for. */
async function begin(within: TableSource, piece: number): Promise<{ body: Promise<StateBody> }> {
  const bytes = await partBytes(within, piece);
  if (!bytes) throw new ExpectedError('frame-damaged');
  const body = unpackPart(bytes);
  // Heard when its turn comes.
  body.catch(() => undefined);
  return { body };
}

/** Waits for what is not the database's while asking the database for nothing, which keeps the transaction alive. */
async function kept<T>(within: TableSource, waited: Promise<T>): Promise<T> {
  let settled: { value: T } | { error: unknown } | undefined;
  waited.then(
    (value) => {
      settled = { value };
    },
    (error: unknown) => {
      settled = { error };
    },
  );
  const outcome = () => settled;
  while (!outcome()) await meta(within).get('');
  const ended = outcome();
  if (ended && 'value' in ended) return ended.value;
  throw ended?.error;
}
