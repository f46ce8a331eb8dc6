import type { Reply } from './reply.schema';

/** How an entry was found, the best first. `question`: its word stands in a longer pasted text. */
const REPLY_MATCHES = [
  'exact',
  'prefix',
  'synonym',
  'inside',
  'question',
  'pinyin',
  'answer',
] as const;
export type ReplyMatch = (typeof REPLY_MATCHES)[number];

/** Tells whether a word fits the query by its pinyin or its initials. */
export type SpellingTest = (word: string) => boolean;

/** An entry with its words folded once, so that five thousand can be asked with every key. */
export type ReplyCard = {
  reply: Reply;
  keyword: string;
  synonyms: readonly string[];
  answer: string;
  /** Copies of the answer so far; of two equals the one used more comes first. */
  uses: number;
};

export type ReplyHit = {
  reply: Reply;
  match: ReplyMatch;
  /** The keyword or synonym that fitted; absent where the answer's text did. */
  word?: string;
  /** It was made for the group asked for. */
  isOfGroup: boolean;
};

export type ReplyQuestion = {
  text: string;
  groupId?: string | undefined;
  limit: number;
  /** Looks among the archived entries instead. */
  isArchived?: boolean;
};

/** A word of one character stands in too many sentences to be found inside a question. */
const LEAST_WORD = 2;

/** Width, case, blanks and punctuation do not matter. */
export function foldReplyText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

export function replyCard(reply: Reply, uses = 0): ReplyCard {
  return {
    reply,
    keyword: foldReplyText(reply.keyword),
    synonyms: reply.synonyms.map(foldReplyText),
    answer: foldReplyText(reply.answer),
    uses,
  };
}

type Found = { match: ReplyMatch; word?: string; length: number };

/**
 * The entries that fit, the best first: by how they were found (`REPLY_MATCHES`), then those made for
 * the group before those for all, then the longer word found, then the one used more. Entries made
 * for other groups are left out, and archived ones unless these are asked for. Several words with blanks between must all fit, and
 * the worst of them tells how. Without text the most used come, the group's own first. `spelled` makes the
 * test by pinyin of a folded Latin query.
 */
export function searchReplies(
  cards: readonly ReplyCard[],
  { text, groupId, limit, isArchived: isOld = false }: ReplyQuestion,
  spelled: (query: string) => SpellingTest,
): ReplyHit[] {
  const whole = foldReplyText(text);
  const parts = text
    .trim()
    .split(/\s+/)
    .map(foldReplyText)
    .filter((part) => part !== '');
  const findWhole = finderOf(whole, spelled);
  const findParts = parts.length > 1 ? parts.map((part) => finderOf(part, spelled)) : undefined;
  const hits: (Found & { card: ReplyCard; isOfGroup: boolean })[] = [];
  for (const card of cards) {
    const { groupIds, isArchived } = card.reply;
    const isOfGroup = groupId !== undefined && groupIds.includes(groupId);
    if ((isArchived ?? false) !== isOld) continue;
    if (groupIds.length > 0 && groupId !== undefined && !isOfGroup) continue;
    const found: Found | undefined =
      whole === ''
        ? { match: 'exact', length: 0 }
        : (findWhole(card) ?? (findParts && worstOf(findParts.map((find) => find(card)))));
    if (found) hits.push({ ...found, card, isOfGroup });
  }
  hits.sort(
    (a, b) =>
      rankOf(a.match) - rankOf(b.match) ||
      Number(b.isOfGroup) - Number(a.isOfGroup) ||
      b.length - a.length ||
      b.card.uses - a.card.uses ||
      a.card.keyword.length - b.card.keyword.length ||
      (a.card.reply.id < b.card.reply.id ? -1 : 1),
  );
  return hits.slice(0, limit).map(({ card, match, word, isOfGroup }) => ({
    reply: card.reply,
    match,
    isOfGroup,
    ...(word !== undefined && { word }),
  }));
}

const rankOf = (match: ReplyMatch) => REPLY_MATCHES.indexOf(match);

function worstOf(found: readonly (Found | undefined)[]): Found | undefined {
  let worst: Found | undefined;
  for (const one of found) {
    if (!one) return undefined;
    if (!worst || rankOf(one.match) > rankOf(worst.match)) worst = one;
  }
  return worst;
}

function finderOf(query: string, spelled: (query: string) => SpellingTest) {
  const test = /[a-z]/.test(query) ? spelled(query) : undefined;
  return (card: ReplyCard): Found | undefined => {
    if (query === '') return undefined;
    const { keyword, synonyms, reply } = card;
    const name = (at: number) => (at < 0 ? reply.keyword : (reply.synonyms[at] ?? ''));
    const hit = (match: ReplyMatch, at: number, length: number): Found => ({
      match,
      word: name(at),
      length,
    });
    if (keyword === query) return hit('exact', -1, keyword.length);
    if (keyword.startsWith(query)) return hit('prefix', -1, query.length);
    const own = synonyms.indexOf(query);
    const known = own >= 0 ? own : synonyms.findIndex((synonym) => synonym.startsWith(query));
    if (known >= 0) return hit('synonym', known, query.length);
    if (keyword.includes(query)) return hit('inside', -1, query.length);
    const within = synonyms.findIndex((synonym) => synonym.includes(query));
    if (within >= 0) return hit('inside', within, query.length);
    const inQuestion = longestInside(card, query);
    if (inQuestion) return hit('question', inQuestion.at, inQuestion.length);
    if (test) {
      if (test(reply.keyword)) return hit('pinyin', -1, query.length);
      const spoken = reply.synonyms.findIndex((synonym) => test(synonym));
      if (spoken >= 0) return hit('pinyin', spoken, query.length);
    }
    return card.answer.includes(query) ? { match: 'answer', length: query.length } : undefined;
  };
}

/** The longest of the entry's words that stands in the text, by its place (−1: the keyword). */
function longestInside({ keyword, synonyms }: ReplyCard, text: string) {
  let best: { at: number; length: number } | undefined;
  for (let at = -1; at < synonyms.length; at += 1) {
    const word = at < 0 ? keyword : (synonyms[at] ?? '');
    if (word.length < LEAST_WORD || word.length <= (best?.length ?? 0)) continue;
    if (text.includes(word)) best = { at, length: word.length };
  }
  return best;
}
