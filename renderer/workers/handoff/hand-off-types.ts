import type { PackHeader } from '@shared/sync/pack/pack-header';
import type { PackEffect } from '@/db/packs/take-pack';

/** For whom a pack is: a laptop that was heard of, everybody (all of it), or what came since a moment. */
export type PackFor =
  | { kind: 'laptop'; id: string }
  | { kind: 'whole' }
  | { kind: 'since'; ms: number };

export type MakeAsk = {
  to: PackFor;
  isMasked: boolean;
  passphrase?: string;
};

/** Asks main, which keeps the key. */
export type SignPack = (digest: Uint8Array) => Promise<Uint8Array>;

export type MadePack = {
  bytes: Uint8Array<ArrayBuffer>;
  isWhole: boolean;
  counts: Record<string, number>;
  gone: number;
};

/** Whose key signed a pack: one never met, the one that is known of that laptop, or another. */
export type SignerKnown = 'new' | 'known' | 'changed';

export type PackPreview = {
  header: Omit<PackHeader, 'parts' | 'since' | 'until' | 'names'>;
  fingerprint: string;
  signer: SignerKnown;
  /** Of the key that was known before. */
  knownFingerprint?: string;
  effect: Omit<PackEffect, 'lost'> & { lost: number };
  /** Some of the values that would lose. */
  lost: PackEffect['lost'];
  /** It brings nothing that is not here. */
  isNothingNew: boolean;
  bytes: number;
};

export type TakenPack = {
  effect: PackPreview['effect'];
  name: string;
  /** Of erased people: what main still keeps of them. */
  pictures: string[];
  hadErasures: boolean;
};
