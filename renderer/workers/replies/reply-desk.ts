import { cellText } from '@shared/domain/import/cells/text-cell';
import { rowCells } from '@shared/domain/import/sheet';
import type { EntityName } from '@shared/domain/registry';
import type { Reply, ReplyUse } from '@shared/domain/replies/reply.schema';
import {
  cellsOfPaste,
  planReplies,
  type ReplyImportPlan,
} from '@shared/domain/replies/reply-import.rules';
import {
  type ReplyCard,
  type ReplyHit,
  type ReplyQuestion,
  replyCard,
  searchReplies,
} from '@shared/domain/replies/reply-search.rules';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { compileNameTest } from '../index/name-match';
import { loadReadings } from '../index/pinyin-readings';

/** The data worker's counter for ready answers; each method is a remote call. */
export class ReplyDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private cards: Promise<ReplyCard[]> | undefined;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(_: Op, entities: readonly EntityName[]): void {
    if (entities.includes('replies') || entities.includes('replyUses')) this.cards = undefined;
  }

  /** The entries that fit what was typed or pasted, the best first. */
  async search(question: ReplyQuestion): Promise<ReplyHit[]> {
    const [cards, readingsOf] = await Promise.all([this.open(), loadReadings()]);
    return searchReplies(cards, question, (query) => {
      const test = compileNameTest(query, readingsOf);
      return (word) => test(word, 0, word.length);
    });
  }

  /** Loads entries and dictionary, so that the first key finds at once. */
  async warm(): Promise<number> {
    const [cards] = await Promise.all([this.open(), loadReadings()]);
    return cards.length;
  }

  /** What a pasted table comes to; nothing is written. */
  async planPaste(pasted: string): Promise<ReplyImportPlan> {
    return planReplies(cellsOfPaste(pasted), await this.replies());
  }

  /** The same for a spreadsheet: its first sheet that says anything. */
  async planFile(file: File): Promise<ReplyImportPlan> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { readInWorker } = await import('../import/reader/read-in-worker');
    const { sheets } = await readInWorker(bytes, file.name, new AbortController().signal);
    const sheet = sheets.find(({ rowCount }) => rowCount > 0);
    const lines = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
      sheet ? rowCells(sheet, row).map((cell) => cellText(cell)) : [],
    );
    return planReplies(lines, await this.replies());
  }

  private async replies(): Promise<Reply[]> {
    return (await this.open()).map(({ reply }) => reply);
  }

  private open(): Promise<ReplyCard[]> {
    this.cards ??= this.read().catch((error: unknown) => {
      this.cards = undefined;
      throw error;
    });
    return this.cards;
  }

  private async read(): Promise<ReplyCard[]> {
    const db = await this.database();
    const replies = (await rowTable(db, 'replies').toArray()) as unknown as Reply[];
    const uses = new Map<string, number>();
    await rowTable(db, 'replyUses').each((row) => {
      const { replyId } = row as unknown as ReplyUse;
      uses.set(replyId, (uses.get(replyId) ?? 0) + 1);
    });
    return replies.map((reply) => replyCard(reply, uses.get(reply.id)));
  }
}
