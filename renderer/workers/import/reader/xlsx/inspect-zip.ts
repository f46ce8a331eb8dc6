import { LIMITS } from './limits';
import { entryBytes } from './part-bytes';
import { Refusal, refusedFile, Unrecognised } from './refusals';
import { asUtf8 } from './xml-encoding';
import { readDirectory, type ZipEntry } from './zip-directory';

/**
 * Judges what the archive says it unfolds to, before anything is unfolded. What it says holds: no part
 * gives a byte more (see `entryBytes`).
 */
function refuseBombs(entries: Iterable<ZipEntry>, fileBytes: number, limit: number): void {
  let total = 0;
  for (const { size } of entries) total += size;
  const isPacked = total > LIMITS.ratioFromBytes && total > fileBytes * LIMITS.ratio;
  if (isPacked) throw new Refusal('bomb');
  if (total > limit) throw new Refusal('too-large');
}

/** The list of the archive, judged by names, places and sizes. */
export function openDirectory(bytes: Uint8Array, limit: number): Map<string, ZipEntry> {
  const entries = readDirectory(bytes);
  for (const entry of entries.values()) if (entry.isEncrypted) throw new Refusal('encrypted');
  refuseBombs(entries.values(), bytes.length, limit);
  return entries;
}

const MARKUP = /\.(?:xml|rels|vml)$/;
/** Old office programs write a document type without content here. */
const MAY_HAVE_TYPE = 'meta-inf/manifest.xml';
const OVERLAP = 16;

/** Unfolds a part and looks for document types and entities, the stuff of XML bombs. */
async function inspectPart(bytes: Uint8Array, key: string, entry: ZipEntry): Promise<void> {
  const isMarkup = MARKUP.test(key);
  const plain = entryBytes(bytes, entry);
  const source = isMarkup ? await asUtf8(plain) : plain;
  const unsafe = key === MAY_HAVE_TYPE ? /<!ENTITY/i : /<!(?:DOCTYPE|ENTITY)/i;
  const decoder = new TextDecoder('latin1');
  let tail = '';
  for (let piece = await source(); piece; piece = await source()) {
    if (!isMarkup) continue;
    const text = tail + decoder.decode(piece);
    if (unsafe.test(text)) throw new Refusal('unsafe');
    tail = text.slice(-OVERLAP);
  }
}

/**
 * Looks a zip through before a reader takes it that trusts what it is told: broken lists, two files of
 * one name, overlaps, bombs, lying sizes, broken content, entities. Throws ExpectedErrors with `file`.
 */
export async function inspectZip(bytes: Uint8Array, file: string): Promise<void> {
  try {
    const entries = openDirectory(bytes, LIMITS.inflatedBytesForFallback);
    for (const [key, entry] of entries) {
      await inspectPart(bytes, key, entry).catch((error: unknown) => {
        // A packing or encoding that this module does not know is for the reader to judge.
        if (!(error instanceof Unrecognised)) throw error;
      });
    }
  } catch (error) {
    if (error instanceof Unrecognised) return;
    throw refusedFile(error, file);
  }
}
