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
  foldReplyText,
  type ReplyCard,
  type ReplyHit,
  type ReplyQuestion,
  replyCard,
  searchReplies,
} from '@shared/domain/replies/reply-search.rules';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rememberWords } from '@/db/remembered';
import { rowTable } from '@/db/tables';
import { compileNameTest } from '../index/name-match';
import { loadReadings } from '../index/pinyin-readings';
import type { ReplyBook, ReplyLine, ReplyListQuestion } from './reply-types';

type Uses = { count: number; lastAt: number };

/** The data worker's counter for ready answers; each method is a remote call. */
export class ReplyDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private entries: Promise<ReplyCard[]> | undefined;
  private uses: Promise<Map<string, Uses>> | undefined;
  private cards: Promise<ReplyCard[]> | undefined;
  private listed: { key: string; lines: Promise<ReplyLine[]> } | undefined;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  /** A copy changes counts only: the folded words of thousands of entries stay. */
  onCommit(_: Op, entities: readonly EntityName[]): void {
    const isOfEntries = entities.includes('replies');
    if (!isOfEntries && !entities.includes('replyUses')) return;
    if (isOfEntries) this.entries = undefined;
    this.uses = undefined;
    this.cards = undefined;
    this.listed = undefined;
  }

  /** The entries that fit what was typed or pasted, the best first. */
  async search(question: ReplyQuestion): Promise<ReplyHit[]> {
    const [cards, readingsOf] = await Promise.all([this.open(), loadReadings()]);
    return searchReplies(cards, question, (query) => {
      const test = compileNameTest(query, readingsOf);
      return (word) => test(word, 0, word.length);
    });
  }

  /** A part of the library as a list: what fits, with its figures, from one place to another. */
  async list(
    question: ReplyListQuestion,
    offset: number,
    limit: number,
  ): Promise<{ rows: ReplyLine[]; total: number }> {
    const key = JSON.stringify(question);
    if (this.listed?.key !== key) this.listed = { key, lines: this.linesOf(question) };
    const lines = await this.listed.lines;
    return { rows: lines.slice(offset, offset + limit), total: lines.length };
  }

  /** How many entries there are of each kind, and the categories in use. */
  async book(): Promise<ReplyBook> {
    const cards = await this.open();
    const live = cards.filter(({ reply }) => !reply.isArchived);
    const categories = new Map<string, number>();
    for (const { reply } of live) {
      const { category } = reply;
      if (category) categories.set(category, (categories.get(category) ?? 0) + 1);
    }
    return {
      live: live.length,
      unused: live.filter(({ uses }) => uses === 0).length,
      archived: cards.length - live.length,
      uses: cards.reduce((sum, { uses }) => sum + uses, 0),
      categories: [...categories].map(([name, n]) => ({ name, n })),
    };
  }

  /** One entry with its figures. */
  async one(id: string): Promise<ReplyLine | undefined> {
    const [cards, uses] = await Promise.all([this.open(), this.countUses()]);
    const card = cards.find(({ reply }) => reply.id === id);
    return card && lineOf(card.reply, uses.get(id));
  }

  /** Loads entries and dictionary, so that the first key finds at once. */
  async warm(): Promise<number> {
    const [cards] = await Promise.all([this.open(), loadReadings()]);
    return cards.length;
  }

  /** Keeps what was typed for variables, to be offered again. */
  async remember(values: Record<string, string>): Promise<void> {
    await rememberWords(await this.database(), 'replyValues', values);
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

  private async linesOf(question: ReplyListQuestion): Promise<ReplyLine[]> {
    const { state, category, ...asked } = question;
    const [all, uses, readingsOf] = await Promise.all([
      this.open(),
      this.countUses(),
      loadReadings(),
    ]);
    const cards = all.filter(
      (card) =>
        (state !== 'unused' || card.uses === 0) &&
        (category === undefined || card.reply.category === category),
    );
    const hits = searchReplies(
      cards,
      { ...asked, isArchived: state === 'archived', limit: cards.length },
      (query) => {
        const test = compileNameTest(query, readingsOf);
        return (word) => test(word, 0, word.length);
      },
    );
    return hits.map(({ reply, match, word }) => ({
      ...lineOf(reply, uses.get(reply.id)),
      ...(foldReplyText(question.text) !== '' && { match, ...(word !== undefined && { word }) }),
    }));
  }

  private open(): Promise<ReplyCard[]> {
    this.cards ??= this.join().catch((error: unknown) => {
      this.cards = undefined;
      this.entries = undefined;
      this.uses = undefined;
      throw error;
    });
    return this.cards;
  }

  private async join(): Promise<ReplyCard[]> {
    this.entries ??= this.read();
    const [cards, uses] = await Promise.all([this.entries, this.countUses()]);
    return cards.map((card) => ({ ...card, uses: uses.get(card.reply.id)?.count ?? 0 }));
  }

  private async read(): Promise<ReplyCard[]> {
    const db = await this.database();
    const replies = (await rowTable(db, 'replies').toArray()) as unknown as Reply[];
    return replies.map((reply) => replyCard(reply));
  }

  private countUses(): Promise<Map<string, Uses>> {
    this.uses ??= this.readUses();
    return this.uses;
  }

  private async readUses(): Promise<Map<string, Uses>> {
    const db = await this.database();
    const uses = new Map<string, Uses>();
    await rowTable(db, 'replyUses').each((row) => {
      const { replyId, at } = row as unknown as ReplyUse;
      const known = uses.get(replyId);
      if (known) {
        known.count += 1;
        known.lastAt = Math.max(known.lastAt, at);
      } else uses.set(replyId, { count: 1, lastAt: at });
    });
    return uses;
  }
}

const lineOf = (reply: Reply, uses: Uses | undefined): ReplyLine => ({
  ...reply,
  uses: uses?.count ?? 0,
  ...(uses && { lastAt: uses.lastAt }),
});
