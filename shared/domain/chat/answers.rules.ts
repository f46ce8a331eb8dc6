import type { GroupMessage } from './group-chat.rules';
import { readQuestion } from './question.rules';

/** What another member answered by name. */
export type FriendAnswer = { by: string; at: number; isDayOnly: boolean };

/** A question of a chat with what became of it within the chat. */
export type AskedQuestion = {
  asker: string;
  text: string;
  /** UTC ms; see `GroupMessage`. */
  askedAt: number;
  isDayOnly: boolean;
  day: string;
  line: number;
  answer?: {
    by: string;
    at: number;
    isDayOnly: boolean;
    /**
     * `named`: an @ or a quote; `next`: the next words of the official side to nobody else;
     * `friend`: the official side was silent, but a member answered by name.
     */
    how: 'named' | 'next' | 'friend';
  };
  /** Members who answered by name, each once, whatever the official side said. */
  friends: FriendAnswer[];
};

export type AnswerSettings = {
  /** Names in this chat that speak for the house, as they are written there. */
  officials: readonly string[];
  /** An answer after longer than this is no answer to the question any more. */
  windowMs: number;
};

/** Two hours: by then a buyer has asked elsewhere. */
export const DEFAULT_ANSWER_WINDOW_MS = 2 * 3_600_000;

const EMOTICON = /\[[^\]]{1,8}\]/g;
/** Words to the asker that only ask along. */
const ECHO = /^(?:我也|也想|同问|同求|一样|\+1|[?？]|等|me too|same)|我也(?:想|要|不)/iu;

const TO_ALL = /^(?:所有人|all)$/i;
const same = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/**
 * The questions of the members in a chat, each with the first answer of the official side that comes
 * after it within the window: one that names the asker (@ or quote), or else one that names nobody.
 * Words to @所有人 answer nobody; a quoted answer belongs to the quoted words where these are a
 * question of the asker. The order of the messages counts where times are not known. An answer
 * without a name is an estimate: it may have been meant for somebody else. Where the official side
 * is silent, the first member who names the asker with words that ask nothing back has answered.
 * The same words of the same person in the same minute are one question.
 */
export function askedQuestions(
  messages: readonly GroupMessage[],
  { officials, windowMs }: AnswerSettings,
): AskedQuestion[] {
  const house = new Set(officials.map(same));
  const asked: { question: AskedQuestion; at: number }[] = [];
  const seen = new Set<string>();
  messages.forEach((message, at) => {
    if (house.has(same(message.speaker)) || !readQuestion(message.text).isQuestion) return;
    const { speaker: asker, text, isDayOnly, day, line } = message;
    const key = JSON.stringify([asker, text, message.at]);
    if (seen.has(key)) return;
    seen.add(key);
    const question = { asker, text, askedAt: message.at, isDayOnly, day, line, friends: [] };
    asked.push({ question, at });
  });
  for (const { question, at } of asked) {
    const asker = same(question.asker);
    for (let next = at + 1; next < messages.length; next += 1) {
      const reply = messages[next];
      if (!reply || reply.at - question.askedAt > windowMs) break;
      if (reply.mentions.some((name) => TO_ALL.test(name))) continue;
      const isHouse = house.has(same(reply.speaker));
      const names = [...reply.mentions, ...(reply.quoted ? [reply.quoted.speaker] : [])].map(same);
      const isNamed = names.includes(asker) && isMeant(reply, question, asked);
      const { speaker: by, at: when, isDayOnly } = reply;
      if (!isHouse) {
        if (!isNamed || same(by) === asker || !saysSomething(reply.text)) continue;
        if (question.friends.some((friend) => same(friend.by) === same(by))) continue;
        question.friends.push({ by, at: when, isDayOnly });
        continue;
      }
      if (question.answer || (!isNamed && (names.length > 0 || reply.text === ''))) continue;
      question.answer = { by, at: when, isDayOnly, how: isNamed ? 'named' : 'next' };
    }
    const [friend] = question.friends;
    if (!question.answer && friend) question.answer = { ...friend, how: 'friend' };
  }
  return asked.map(({ question }) => question);
}

/** Words that could tell the asker something: not a question back, not asking along. */
const saysSomething = (text: string) =>
  /[\p{L}\p{N}]/u.test(text.replace(EMOTICON, '')) &&
  !ECHO.test(text) &&
  !readQuestion(text).isQuestion;

/** A quote of another question of the same person answers that one. */
function isMeant(
  { quoted }: GroupMessage,
  question: AskedQuestion,
  asked: readonly { question: AskedQuestion }[],
): boolean {
  if (!quoted || same(quoted.speaker) !== same(question.asker)) return true;
  const holds = (text: string) => text.includes(quoted.text) || quoted.text.includes(text);
  if (holds(question.text)) return true;
  return !asked.some((it) => it.question.asker === question.asker && holds(it.question.text));
}
