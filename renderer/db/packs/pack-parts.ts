import { type EntityName, registry } from '@shared/domain/registry';
import { decodeBinaryJson } from '@shared/lib/binary-json';
import { ExpectedError } from '@shared/lib/errors';
import { decodeCheckpointPart } from '@shared/sync/checkpoint';
import type { Pack } from '@shared/sync/pack/pack-file';
import { gunzipSync } from 'fflate';
import type { StateBody, StateSlice } from '../sync/state/slice';

/**
 * The slices of a pack, part by part. Unpacked at once and not in the background: inside a
 * transaction nothing else may be waited for. `pack-damaged` where a part holds none.
 */
export function* readPackParts({ parts }: Pack): Generator<StateSlice[]> {
  for (const part of parts) yield slicesOf(part);
}

function slicesOf(part: Uint8Array): StateSlice[] {
  const body = bodyOf(part);
  if (!Array.isArray(body.slices)) throw new ExpectedError('pack-damaged');
  for (const { entity } of body.slices)
    if (!isCarried(entity)) throw new ExpectedError('pack-newer');
  return body.slices;
}

function bodyOf(part: Uint8Array): Partial<StateBody> {
  const { form, body } = decodeCheckpointPart(part);
  if (form !== 'gzip') throw new ExpectedError('pack-newer');
  try {
    return decodeBinaryJson(gunzipSync(body)) as Partial<StateBody>;
  } catch {
    throw new ExpectedError('pack-damaged');
  }
}

/** Nothing but what travels, and the values that lost. */
function isCarried(entity: unknown): boolean {
  if (typeof entity !== 'string' || !Object.hasOwn(registry, entity)) return false;
  return entity === 'overwritten' || registry[entity as EntityName].scope === 'synced';
}
