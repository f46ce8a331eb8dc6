import type { Erasure } from '@shared/domain/members/erasure.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Pack } from '@shared/sync/pack/pack-file';
import { type ProxyMarked, proxyMarker, transfer } from 'comlink';
import { beginPacks, endPacks } from '@/db/packs/begin-packs';
import { readPacks } from '@/db/packs/packs-place';
import type { Heart } from '../data-worker-api';
import type { MadePack, MakeAsk, PackPreview, SignPack, TakenPack } from './hand-off-types';

type Engine = typeof import('./hand-off-engine');
type Told = (done: number, of?: number) => void;

/**
 * The data worker's counter for hand-off packs; each method is a remote call. One pack at a time lies
 * open on it. Nothing of what packs take is loaded before the first is made or opened.
 */
export class HandOffDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private engine: Promise<Engine> | undefined;
  private opened: { pack: Pack; publicKey: string } | undefined;
  private isStopped = false;

  constructor(
    private readonly beat: () => Promise<Heart>,
    private readonly eraseAgain: (erasures: Erasure[]) => Promise<{ pictures: string[] }>,
  ) {}

  async begin(name: string): Promise<void> {
    await beginPacks(await this.beat(), nameOf(name));
  }

  async end(): Promise<void> {
    this.opened = undefined;
    await endPacks(await this.beat());
  }

  /** The bytes of the file. */
  async make(ask: MakeAsk, publicKey: string, sign: SignPack, told: Told): Promise<MadePack> {
    this.isStopped = false;
    const { makePack } = await this.load();
    const made = await makePack(
      await this.beat(),
      ask,
      { publicKey, sign },
      {
        onProgress: told,
        isStopped: () => this.isStopped,
      },
    );
    return transfer(made, [made.bytes.buffer]);
  }

  /** Reads a file and tells what it would do here; nothing is changed yet. */
  async open(
    file: Uint8Array,
    passphrase: string,
    publicKey: string,
    told: Told,
  ): Promise<PackPreview> {
    this.isStopped = false;
    this.opened = undefined;
    const { openPack } = await this.load();
    const { pack, preview } = await openPack(this.parts(await this.beat(), publicKey), file, {
      passphrase,
      onProgress: told,
      isStopped: () => this.isStopped,
    });
    this.opened = { pack, publicKey };
    return preview;
  }

  /**
   * Takes the open pack in. `acceptedKey` is the key of its maker, which somebody looked at: another one
   * than the known is refused (`pack-key-changed`) without it.
   */
  async take(name: string, acceptedKey: string | undefined, told: Told): Promise<TakenPack> {
    const { opened } = this;
    if (!opened) throw new ExpectedError('pack-not-open');
    this.isStopped = false;
    const { header } = opened.pack;
    const heart = await this.beat();
    const packs = await readPacks(heart.db);
    const known = packs?.laptops.find(({ id }) => id === header.laptop.id);
    const isTrusted = known?.publicKey === header.publicKey || acceptedKey === header.publicKey;
    if (!isTrusted) throw new ExpectedError('pack-key-changed', { name: header.laptop.name });
    const pictures: string[] = [];
    let hadErasures = false;
    const { takeOpened } = await this.load();
    const parts = {
      ...this.parts(heart, opened.publicKey),
      eraseAgain: async (erasures: Erasure[]) => {
        hadErasures = true;
        pictures.push(...(await this.eraseAgain(erasures)).pictures);
      },
    };
    const effect = await takeOpened(parts, opened.pack, {
      name: nameOf(name),
      onProgress: told,
      isStopped: () => this.isStopped,
    });
    this.opened = undefined;
    return { effect, name: header.laptop.name, pictures, hadErasures };
  }

  /** The open pack is let go. */
  drop(): void {
    this.opened = undefined;
    this.isStopped = true;
  }

  /** What is under way ends before it changes anything (`pack-stopped`). */
  stop(): void {
    this.isStopped = true;
  }

  private parts({ db, door }: Heart, publicKey: string) {
    return { db, door, publicKey, eraseAgain: async () => undefined };
  }

  private load(): Promise<Engine> {
    this.engine ??= import('./hand-off-engine').catch((error: unknown) => {
      this.engine = undefined;
      throw error;
    });
    return this.engine;
  }
}

const MAX_NAME = 60;

function nameOf(name: string): string {
  const said = name.trim().slice(0, MAX_NAME);
  if (said === '') throw new ExpectedError('pack-name-missing');
  return said;
}
