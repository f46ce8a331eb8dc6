import type { EntityName } from '@shared/domain/registry';
import { encodeBinaryJson } from '@shared/lib/binary-json';
import { transfer } from 'comlink';
import type { JournalSink } from './journal-pump';
import type { PagePair } from './paged/page';
import { type PayloadPart, ROWS_A_PART } from './write/op-payloads';

/** What is larger goes in blocks. */
export const LARGE_BYTES = 1 << 20;
/** Blocks on their way to main, which compresses them on another core, while the next is packed. */
const BLOCKS_AT_ONCE = 3;

/** One frame on its way in blocks. Whatever goes wrong, the journal keeps nothing of it. */
export class BlockStream {
  private underWay: Promise<void>[] = [];
  private waiting = 0;

  private constructor(
    private readonly sink: JournalSink,
    private readonly token: Promise<string | null>,
  ) {
    // Heard by whoever writes or finishes.
    token.catch(() => undefined);
  }

  static begin(sink: JournalSink, databaseId: string, seq: number, header: string): BlockStream {
    return new BlockStream(sink, sink.begin(databaseId, seq, header));
  }

  /** False when the journal has the frame already. */
  async isOpen(): Promise<boolean> {
    return (await this.token) !== null;
  }

  /** Blocks that main has not taken yet. */
  get pending(): number {
    return this.waiting;
  }

  /** Sends a block without waiting for it: inside a transaction nothing else may be waited for. */
  send(block: Uint8Array<ArrayBuffer>): void {
    this.waiting += 1;
    const written = this.token.then((token) =>
      // Given away, not copied, on its way to the window.
      token === null ? undefined : this.sink.write(token, transfer(block, [block.buffer])),
    );
    const done = written.finally(() => {
      this.waiting -= 1;
    });
    // Waited for at the end; until then a failure has nobody to hear it.
    done.catch(() => undefined);
    this.underWay.push(done);
  }

  /** Sends a block once there is room for it. */
  async write(block: Uint8Array<ArrayBuffer>): Promise<void> {
    this.send(block);
    if (this.underWay.length >= BLOCKS_AT_ONCE) await this.giveUpOnFailure(this.underWay.shift());
  }

  async finish(): Promise<void> {
    for (const written of this.underWay) await this.giveUpOnFailure(written);
    const token = await this.token;
    if (token !== null) await this.sink.finish(token);
  }

  /** Lets go of the frame; never fails. */
  async abort(): Promise<void> {
    const token = await this.token.catch(() => null);
    if (token !== null) await this.sink.abort(token).catch(() => undefined);
  }

  private async giveUpOnFailure(written: Promise<void> | undefined): Promise<void> {
    try {
      await written;
    } catch (error) {
      await this.abort();
      throw error;
    }
  }
}

/** So many blocks may wait for main; more would only pile up. */
const CROWD = 24;

/** An operation's new pages, given to the journal while its transaction still writes them. */
export class JournalFeed {
  private stream: BlockStream | undefined;
  private early: Uint8Array<ArrayBuffer>[] = [];
  private size = 0;
  private entity: EntityName | undefined;
  private pages: PagePair[] = [];
  private rows = 0;

  constructor(
    readonly seq: number,
    private readonly begin: () => BlockStream,
  ) {}

  get isCrowded(): boolean {
    return (this.stream?.pending ?? 0) > CROWD;
  }

  /** Small pages go together. */
  page(entity: EntityName, pair: PagePair): void {
    if (entity !== this.entity) this.endPages();
    this.entity = entity;
    this.pages.push(pair);
    this.rows += pair.hot.n;
    if (this.rows >= ROWS_A_PART) this.endPages();
  }

  /** Sends the pages that waited for more. */
  endPages(): void {
    const { entity, pages } = this;
    if (!entity || pages.length === 0) return;
    this.pages = [];
    this.rows = 0;
    const block = encodeBinaryJson({ created: [{ entity, pages }] } satisfies PayloadPart);
    this.size += block.byteLength;
    this.early.push(block);
    if (!this.stream && this.size > LARGE_BYTES) this.stream = this.begin();
    if (this.stream) for (const ready of this.early.splice(0)) this.stream.send(ready);
  }

  /** The frame under way; undefined for a payload so small that it goes in one message. */
  take(): BlockStream | undefined {
    this.early = [];
    return this.stream;
  }
}
