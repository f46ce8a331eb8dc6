import { PACK_EXTENSION } from './pack-extension';
import { digestOfPart, digestToSign, encodePack, encodePackFile } from './pack-file';
import { encodePackHeader, PACK_VERSION, type PackHeader } from './pack-header';
import { sealPack } from './seal';

export type PackDraft = {
  header: Omit<PackHeader, 'format' | 'version' | 'parts'>;
  parts: readonly Uint8Array[];
  /** ed25519 over 32 bytes, by the key that the header names. */
  sign: (digest: Uint8Array) => Promise<Uint8Array>;
  /** Absent: everybody who has the file can read it. */
  passphrase?: string | undefined;
  random: (bytes: Uint8Array<ArrayBuffer>) => void;
};

/** The bytes of the file. */
export async function buildPack(draft: PackDraft): Promise<Uint8Array<ArrayBuffer>> {
  const { parts, sign, passphrase, random } = draft;
  const header = encodePackHeader({
    ...draft.header,
    format: PACK_EXTENSION,
    version: PACK_VERSION,
    parts: parts.map((part) => ({ bytes: part.byteLength, sha256: digestOfPart(part) })),
  });
  const content = encodePack(header, await sign(digestToSign(header)), parts);
  return passphrase
    ? encodePackFile('sealed', sealPack(content, passphrase, random))
    : encodePackFile('plain', content);
}
