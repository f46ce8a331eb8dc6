import { modelFacts } from '@shared/domain/feelings/base-model';
import { parseChat } from '@shared/domain/feelings/chat/parse-chat';
import type { Comment } from '@shared/domain/feelings/comment.schema';
import { FeelingReader } from '@shared/domain/feelings/feeling-reader';
import { sayingKeys } from '@shared/domain/feelings/taking-in.rules';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { countComments, fits } from './comment-figures';
import { type SaidLine, saidInSheets } from './comment-file';
import type {
  CommentAnswer,
  CommentFigures,
  CommentFilter,
  CommentLine,
  CommentOrder,
  Preview,
  PreviewLine,
} from './comment-types';
import { findSpeakers, readComments } from './read-comments';

type Book = { comments: Comment[]; reader: FeelingReader };
type Names = (ids: string[]) => Promise<(string | undefined)[]>;

/** The data worker's counter for what people say: read, listed, counted. */
export class CommentDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private book: Promise<Book> | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly names: Names,
  ) {}

  /** The write door tells what was committed. */
  onCommit(entities: readonly EntityName[]): void {
    if (entities.includes('comments')) this.book = undefined;
  }

  async list(
    filter: CommentFilter,
    order: CommentOrder,
    offset: number,
    limit: number,
  ): Promise<CommentAnswer> {
    const { comments, reader } = await this.open();
    const found = comments.filter((comment) => fits(comment, filter));
    // The sort is stable: of equals the newest stays first.
    if (order === 'severest') found.sort((a, b) => b.intensity - a.intensity);
    return {
      total: found.length,
      rows: await this.lines(found.slice(offset, offset + limit), reader),
    };
  }

  /** One comment as it is now. */
  async one(id: string): Promise<CommentLine | undefined> {
    const { comments, reader } = await this.open();
    const found = comments.find((comment) => comment.id === id);
    return found && (await this.lines([found], reader))[0];
  }

  private async lines(rows: readonly Comment[], reader: FeelingReader): Promise<CommentLine[]> {
    const names = await this.names(rows.map(({ memberId = '' }) => memberId));
    return rows.map((comment, i) => {
      const memberName = names[i];
      const reading = reader.explain(comment.text);
      return { ...comment, reading, ...(memberName !== undefined && { memberName }) };
    });
  }

  async figures(filter: CommentFilter): Promise<CommentFigures> {
    const { comments, reader } = await this.open();
    const found = comments.filter((comment) => fits(comment, filter));
    return {
      ...countComments(found, reader.model, DEFAULT_TIME_ZONE),
      corrections: reader.corrections,
      model: reader.model,
      facts: modelFigures(),
    };
  }

  /** What a paste comes to; nothing is written. `nowMs`: to which its clocks relate. */
  async preview(pasted: string, nowMs: number): Promise<Preview> {
    const { messages, skipped } = parseChat(pasted, nowMs, DEFAULT_TIME_ZONE);
    return { lines: await this.look(messages), skipped };
  }

  /** The same for a file: text as a paste, tables by the column that holds the words. */
  async previewFile(file: File, nowMs: number): Promise<Preview> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.(txt|log|md)$/i.test(file.name)) return this.preview(decodeText(bytes), nowMs);
    const { readInWorker } = await import('../import/reader/read-in-worker');
    const { sheets } = await readInWorker(bytes, file.name, new AbortController().signal);
    const { said, skipped } = saidInSheets(sheets, file.name, DEFAULT_TIME_ZONE);
    return { lines: await this.look(said), skipped };
  }

  private async look(said: readonly SaidLine[]): Promise<PreviewLine[]> {
    const { comments, reader } = await this.open();
    const known = new Set<string>();
    for (const { speaker, memberId, text, at } of comments) {
      const { timeless, timed } = sayingKeys({ speaker, memberId, text, at });
      known.add(timeless);
      if (timed) known.add(timed);
    }
    const speakers = new Set(said.flatMap(({ speaker }) => speaker ?? []));
    const found = await findSpeakers(await this.database(), speakers);
    const here = new Set<string>();
    return said.map(({ line, speaker, at, text }) => {
      const { timeless, timed } = sayingKeys({ speaker, text, at });
      const key = timed ?? timeless;
      const isKnown = known.has(key) || here.has(key);
      here.add(key);
      return {
        line,
        text,
        reading: reader.explain(text),
        candidates: speaker === undefined ? [] : (found.get(foldText(speaker)) ?? []),
        isKnown,
        ...(speaker !== undefined && { speaker }),
        ...(at !== undefined && { at }),
      };
    });
  }

  private open(): Promise<Book> {
    const opening = this.book ?? this.read();
    this.book = opening;
    opening.catch(() => {
      if (this.book === opening) this.book = undefined;
    });
    return opening;
  }

  private async read(): Promise<Book> {
    const comments = await readComments(await this.database());
    return { comments, reader: new FeelingReader(comments.filter((it) => it.isCorrected)) };
  }
}

function modelFigures(): CommentFigures['facts'] {
  const { data, measured } = modelFacts;
  return {
    texts: data.reduce((sum, { texts }) => sum + texts, 0),
    held: measured.heldTexts ?? 0,
    accuracy: measured.accuracy ?? 0,
    answered: measured.answered ?? 0,
    ofAnswered: measured.accuracyOfAnswered ?? 0,
  };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
