import { ExpectedError } from '../../lib/errors';
import { TextEncoder } from '../../lib/text-codec';

/** The first bytes of every hand-off pack; the one after them says its form. */
export const PACK_MAGIC = 'QDHANDOF';

export type PackForm = 'plain' | 'sealed';

/** Whether a file asks for a passphrase; `pack-not-one` where it is no hand-off pack. */
export function formOfPack(file: Uint8Array): PackForm {
  const magic = new TextEncoder().encode(PACK_MAGIC);
  if (!magic.every((byte, i) => file[i] === byte)) throw new ExpectedError('pack-not-one');
  const form = file[PACK_MAGIC.length];
  if (form === undefined) throw new ExpectedError('pack-damaged');
  if (form > 1) throw new ExpectedError('pack-newer');
  return form === 1 ? 'sealed' : 'plain';
}
