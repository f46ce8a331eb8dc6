import { type Reply, replySchema } from './reply.schema';
import { foldReplyText } from './reply-search.rules';

/** What a line says; without groups, which are set in the console. */
export type ReplyDraft = {
  keyword: string;
  synonyms: string[];
  answer: string;
  category?: string;
};

export type ReplyImportError = {
  /** From 1, as a spreadsheet counts. */
  row: number;
  code: 'noKeyword' | 'noAnswer' | 'tooLong' | 'tooManySynonyms' | 'twice';
  /** `twice`: the earlier row of the same keyword. */
  other?: number;
};

export type ReplyImportPlan = {
  adds: ReplyDraft[];
  /** Entries of the same keyword that hold for all groups; what the line leaves out stays. */
  changes: { id: string; before: ReplyDraft; after: ReplyDraft }[];
  unchanged: number;
  errors: ReplyImportError[];
};

const HEADERS = {
  keyword: /^(?:关键词|关键字|问题|keyword|question)$/i,
  synonyms: /^(?:同义词|相似问|别名|近义词|synonyms?|aliases)$/i,
  answer: /^(?:答案|回复|回答|答复|话术|answer|reply)$/i,
  category: /^(?:分类|类别|类目|category)$/i,
} as const;
type Column = keyof typeof HEADERS;

/**
 * Lines of keyword, synonyms, answer and category (or in the order that a first line of headers
 * names; two columns are keyword and answer) against the entries there are. Nothing is dropped in
 * silence: a line gives an entry, a change, nothing new, or an error. Blank lines say nothing.
 */
export function planReplies(
  lines: readonly (readonly string[])[],
  existing: readonly Reply[],
): ReplyImportPlan {
  const plan: ReplyImportPlan = { adds: [], changes: [], unchanged: 0, errors: [] };
  const first = lines.findIndex((line) => line.some((cell) => cell.trim() !== ''));
  const headed = headerOf(lines[first] ?? []);
  const known = new Map(
    existing
      .filter(({ groupIds, isArchived }) => groupIds.length === 0 && !isArchived)
      .map((reply) => [foldReplyText(reply.keyword), reply]),
  );
  const seen = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.every((cell) => cell.trim() === '') || (headed && at === first)) return;
    const row = at + 1;
    const places = headed ?? placesFor(line.length);
    const cell = (column: Column) => (line[places[column] ?? -1] ?? '').trim();
    const draft = draftOf(cell);
    const code = faultOf(draft);
    if (code) {
      plan.errors.push({ row, code });
      return;
    }
    const key = foldReplyText(draft.keyword);
    const other = seen.get(key);
    if (other !== undefined) {
      plan.errors.push({ row, code: 'twice', other });
      return;
    }
    seen.set(key, row);
    const before = known.get(key);
    if (!before) plan.adds.push(draft);
    else if (saysNothingNew(before, draft)) plan.unchanged += 1;
    else
      plan.changes.push({ id: before.id, before: asDraft(before), after: merged(before, draft) });
  });
  return plan;
}

/** Cells copied out of a spreadsheet: tabs between, quotes around a cell of several lines. */
export function cellsOfPaste(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/\r\n?/g, '\n');
  const endCell = () => {
    line.push(cell);
    cell = '';
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '' && source.indexOf('"', at + 1) > 0) isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      lines.push(line);
      line = [];
    } else cell += sign;
  }
  endCell();
  lines.push(line);
  return lines.map((cells) => (cells.length === 1 ? splitByBars(cells[0] ?? '') : cells));
}

/** `关键词 | 同义词 | 答案`, as people write it where there is no table. */
const splitByBars = (line: string) => (/[|｜]/.test(line) ? line.split(/[|｜]/) : [line]);

function headerOf(line: readonly string[]): Partial<Record<Column, number>> | undefined {
  const places: Partial<Record<Column, number>> = {};
  line.forEach((cell, at) => {
    for (const column of Object.keys(HEADERS) as Column[]) {
      if (HEADERS[column].test(cell.trim())) places[column] ??= at;
    }
  });
  return places.keyword !== undefined && places.answer !== undefined ? places : undefined;
}

const placesFor = (cells: number): Partial<Record<Column, number>> =>
  cells <= 2 ? { keyword: 0, answer: 1 } : { keyword: 0, synonyms: 1, answer: 2, category: 3 };

function draftOf(cell: (column: Column) => string): ReplyDraft {
  const keyword = cell('keyword');
  const synonyms = cell('synonyms')
    .split(/[,，、;；/\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== keyword);
  const category = cell('category');
  return {
    keyword,
    synonyms: [...new Set(synonyms)],
    answer: cell('answer'),
    ...(category && { category }),
  };
}

function faultOf({ keyword, synonyms, answer, category = '' }: ReplyDraft) {
  if (keyword === '') return 'noKeyword';
  if (answer === '') return 'noAnswer';
  if (synonyms.length > 30) return 'tooManySynonyms';
  const { shape } = replySchema;
  const fits =
    shape.keyword.safeParse(keyword).success &&
    shape.synonyms.safeParse(synonyms).success &&
    shape.answer.safeParse(answer).success &&
    shape.category.safeParse(category).success;
  return fits ? undefined : 'tooLong';
}

const asDraft = ({ keyword, synonyms, answer, category }: Reply): ReplyDraft => ({
  keyword,
  synonyms,
  answer,
  ...(category !== undefined && { category }),
});

function merged(before: Reply, draft: ReplyDraft): ReplyDraft {
  const category = draft.category ?? before.category;
  return {
    keyword: before.keyword,
    synonyms: draft.synonyms.length > 0 ? draft.synonyms : before.synonyms,
    answer: draft.answer,
    ...(category !== undefined && { category }),
  };
}

const saysNothingNew = (before: Reply, draft: ReplyDraft) =>
  JSON.stringify(asDraft(before)) === JSON.stringify(merged(before, draft));
