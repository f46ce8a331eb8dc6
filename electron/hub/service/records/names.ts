import { decodeIndex } from '@shared/sync/part';
import { isPlainId, refuse } from '../refuse';

/** Records by entity, and the labels under which a part speaks of them. */
export type Labelled = { scopes: readonly string[]; records: Map<string, Set<string>> };

/** `malformed` where the list is none, is a bomb, or holds what is no id. */
export function readNames(bytes: Uint8Array): Map<string, Set<string>> {
  const records = new Map<string, Set<string>>();
  for (const [entity, ids] of Object.entries(readIndex(bytes))) {
    if (!isPlainId(entity) || !ids.every(isPlainId)) refuse('malformed');
    records.set(entity, new Set(ids));
  }
  return records;
}

function readIndex(bytes: Uint8Array) {
  try {
    return decodeIndex(bytes);
  } catch {
    return refuse('malformed');
  }
}
