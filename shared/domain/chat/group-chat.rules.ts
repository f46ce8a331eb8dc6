import { parseChat } from '@shared/domain/feelings/chat/parse-chat';
import { addDays, dayOf, startOfDay } from '@shared/lib/time';

/** One message of a group's chat. */
export type GroupMessage = {
  speaker: string;
  /** UTC ms to the minute; noon of `day` where the paste names no time. */
  at: number;
  isDayOnly: boolean;
  /** `YYYY-MM-DD` in the workspace's zone. */
  day: string;
  /** What they said themselves: without the quoted message and without names called. */
  text: string;
  /** Names after an @, without the sign. */
  mentions: readonly string[];
  /** The message that they answered by quoting it. */
  quoted?: { speaker: string; text: string };
  /** Of the paste, from 1. */
  line: number;
};

export type GroupChat = {
  messages: GroupMessage[];
  /** Lines of the program itself. */
  systemLines: number;
  /** Words that nobody is named for: not counted anywhere. */
  nameless: number;
};

/** 「张三：几点到」 above a line of dashes, as WeChat copies an answer to a message. */
const QUOTE =
  /^[「“"](?<speaker>[^:：\n]{1,40})[:：]\s*(?<text>[\s\S]{1,2000}?)[」”"]\n[-—–\s]{5,}\n/;
const MENTION = /@(?<name>[^\s@,，。:：!！?？\u2005]{1,40})[\s\u2005]*/g;
const HOUR_MS = 3_600_000;

/**
 * A pasted group chat as messages, in the order in which they stand (`parseChat` knows the forms).
 * Clocks without a date mean `day`; 昨天 and weekdays are those before it. A clock that falls back
 * by more than twelve hours without a date has passed midnight, so what stands before it belongs
 * to the day before. Never throws.
 */
export function readGroupChat(pasted: string, day: string, zone: string): GroupChat {
  const endMs = startOfDay(addDays(day, 1), zone) - 1;
  const source = pasted.replaceAll('\u2005', ' ');
  const { messages: said, skipped } = parseChat(source, endMs, zone, { keepsWordless: true });
  const chat: GroupChat = { messages: [], systemLines: skipped, nameless: 0 };
  const lateness = pastMidnight(said.map(({ at }) => at));
  said.forEach(({ speaker, at, text, line }, index) => {
    if (speaker === undefined) {
      chat.nameless += 1;
      return;
    }
    const isDayOnly = at === undefined;
    const moment = isDayOnly ? startOfDay(day, zone) + 12 * HOUR_MS : at - (lateness[index] ?? 0);
    chat.messages.push({
      speaker,
      at: moment,
      isDayOnly,
      day: dayOf(moment, zone),
      line,
      ...readWords(text),
    });
  });
  return chat;
}

/** What to take off each time, so that a paste over midnight runs forward. */
function pastMidnight(times: readonly (number | undefined)[]): number[] {
  const off = times.map(() => 0);
  let next: number | undefined;
  let shift = 0;
  for (let index = times.length - 1; index >= 0; index -= 1) {
    const at = times[index];
    if (at === undefined) continue;
    if (next !== undefined && at - shift - next > 12 * HOUR_MS) shift += 24 * HOUR_MS;
    off[index] = shift;
    next = at - shift;
  }
  return off;
}

function readWords(whole: string): Pick<GroupMessage, 'text' | 'mentions' | 'quoted'> {
  const quote = QUOTE.exec(whole)?.groups;
  const own = quote ? whole.replace(QUOTE, '') : whole;
  const mentions = [...own.matchAll(MENTION)].flatMap(({ groups }) => groups?.name ?? []);
  return {
    text: own.replace(MENTION, '').trim(),
    mentions,
    ...(quote?.speaker !== undefined && {
      quoted: { speaker: quote.speaker.trim(), text: (quote.text ?? '').trim() },
    }),
  };
}
