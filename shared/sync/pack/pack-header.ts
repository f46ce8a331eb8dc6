import { z } from 'zod';
import { ExpectedError } from '../../lib/errors';
import { TextDecoder, TextEncoder } from '../../lib/text-codec';
import { PACK_EXTENSION } from './pack-extension';

export const PACK_VERSION = 1;
export const MAX_PACK_HEADER_BYTES = 4 * 1024 * 1024;
const MAX_LAPTOPS = 1000;

const id = z.string().min(1).max(100);
const stamp = z.string().min(1).max(140);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const knownSchema = z.record(id, stamp).refine((known) => Object.keys(known).length <= MAX_LAPTOPS);
const knowledgeSchema = z.object({ whole: knownSchema, masked: knownSchema });

/** Enough to say that a pack comes from a newer console, whatever else it says. */
const versionSchema = z.object({ format: z.literal(PACK_EXTENSION), version: z.number().int() });

/** What a hand-off pack says of itself; its signature covers all of it, and with the digests all parts. */
export const packHeaderSchema = versionSchema.extend({
  id,
  workspaceId: id,
  workspaceName: z.string().max(200).optional(),
  /** The laptop on which the workspace began to be handed over: what bears no stamp is its. */
  origin: id,
  /** UTC ms. */
  madeAt: z.number().int().nonnegative(),
  laptop: z.object({ id, name: z.string().max(60) }),
  publicKey: hex(32),
  /** What other laptops are called, to name who wrote what. */
  names: z.record(id, z.string().max(60)),
  schemaVersion: z.number().int().positive(),
  /** `whole`: everything that the laptop has; else only what was written after `since`. */
  isWhole: z.boolean(),
  /** Without phones, addresses, WeChat ids and notes. */
  isMasked: z.boolean(),
  /** What the pack takes for known, laptop by laptop; empty in a whole one. */
  since: knownSchema,
  /** What who takes it knows afterwards. */
  until: knowledgeSchema,
  /** Records in it by kind, and how many others it says are gone. */
  counts: z.record(z.string().max(60), z.number().int().nonnegative()),
  gone: z.number().int().nonnegative(),
  parts: z
    .array(z.object({ bytes: z.number().int().nonnegative().max(0xffff_ffff), sha256: hex(32) }))
    .max(100_000),
});
export type PackHeader = z.infer<typeof packHeaderSchema>;

export const encodePackHeader = (header: PackHeader): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(header));

/** `pack-newer` where a later console made it, `pack-damaged` where it is none. */
export function decodePackHeader(bytes: Uint8Array): PackHeader {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (versionSchema.parse(said).version > PACK_VERSION) throw new ExpectedError('pack-newer');
    return packHeaderSchema.parse(said);
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError('pack-damaged');
  }
}
