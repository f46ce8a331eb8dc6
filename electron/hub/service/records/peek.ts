import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { HUB_LIMITS } from '@shared/contracts/hub-http';
import { decodeBinaryJson } from '@shared/lib/binary-json';
import type { Frame } from '@shared/sync/wire';
import { z } from 'zod';
import { refuse } from '../refuse';

const unpack = promisify(gunzip);
const MAX_BODY_BYTES = 128 * 1024 * 1024;

const lists = z.array(z.looseObject({ entity: z.string() })).optional();
/** Of what a part says only which entities it speaks of. */
const bodySchema = z.looseObject({
  created: lists,
  removed: lists,
  changes: lists,
  states: lists,
});

/**
 * The entities of which the parts speak, from their contents: in a workspace that is not divided no
 * list of records tells. `malformed` for what does not unpack, or unpacks beyond all measure; of what is
 * sealed nothing is known.
 */
export async function peekEntities({ header, parts }: Frame): Promise<Set<string>> {
  const entities = new Set<string>();
  for (const [n, { body }] of parts.entries()) {
    if (header.parts[n]?.form !== 'gzip') continue;
    for (const entity of await entitiesIn(body)) entities.add(entity);
  }
  return entities;
}

async function entitiesIn(body: Uint8Array): Promise<string[]> {
  try {
    const maxOutputLength = Math.min(MAX_BODY_BYTES, body.byteLength * HUB_LIMITS.unpackRatio);
    const read = bodySchema.parse(decodeBinaryJson(await unpack(body, { maxOutputLength })));
    return [read.created, read.removed, read.changes, read.states].flatMap(
      (list) => list?.map(({ entity }) => entity) ?? [],
    );
  } catch {
    return refuse('malformed');
  }
}
