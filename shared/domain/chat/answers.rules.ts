import type { GroupMessage } from './group-chat.rules';
import { readQuestion } from './question.rules';

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
    /** `named`: an @ or a quote; `next`: the next words of the official side to nobody else. */
    how: 'named' | 'next';
  };
};

export type AnswerSettings = {
  /** Names in this chat that speak for the house, as they are written there. */
  officials: readonly string[];
  /** An answer after longer than this is no answer to the question any more. */
  windowMs: number;
};

/** Two hours: by then a buyer has asked elsewhere. */
export const DEFAULT_ANSWER_WINDOW_MS = 2 * 3_600_000;

const TO_ALL = /^(?:所有人|all)$/i;
const same = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/**
 * The questions of the members in a chat, each with the first answer of the official side that comes
 * after it within the window: one that names the asker (@ or quote), or else one that names nobody.
 * Words to @所有人 answer nobody; a quoted answer belongs to the quoted words where these are a
 * question of the asker. The order of the messages counts where times are not known. An answer
 * without a name is an estimate: it may have been meant for somebody else. The same words of the
 * same person in the same minute are one question.
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
    const question = { asker, text, askedAt: message.at, isDayOnly, day, line };
    asked.push({ question, at });
  });
  for (const { question, at } of asked) {
    const asker = same(question.asker);
    for (let next = at + 1; next < messages.length; next += 1) {
      const reply = messages[next];
      if (!reply || reply.at - question.askedAt > windowMs) break;
      if (!house.has(same(reply.speaker)) || reply.mentions.some((name) => TO_ALL.test(name))) {
        continue;
      }
      const names = [...reply.mentions, ...(reply.quoted ? [reply.quoted.speaker] : [])].map(same);
      const isNamed = names.includes(asker) && isMeant(reply, question, asked);
      if (!isNamed && (names.length > 0 || reply.text === '')) continue;
      question.answer = {
        by: reply.speaker,
        at: reply.at,
        isDayOnly: reply.isDayOnly,
        how: isNamed ? 'named' : 'next',
      };
      break;
    }
  }
  return asked.map(({ question }) => question);
}

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
