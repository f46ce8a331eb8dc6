import type { GroupDay } from '@shared/domain/group-life/group-day.schema';
import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import { joinId } from '@shared/lib/record-ids';
import { sha256 } from '@shared/lib/sha256';
import {
  type AnswerSettings,
  type AskedQuestion,
  askedQuestions,
  type FriendAnswer,
} from './answers.rules';
import type { GroupChat } from './group-chat.rules';

/** What a pasted chat says of a group, ready to be taken in. */
export type ChatFacts = { questions: ChatQuestion[]; days: GroupDay[]; acts: ChatAct[] };

/** What a known member did in the chat: an interaction, made once however often the chat is pasted. */
export type ChatAct = Pick<Interaction, 'id' | 'memberId' | 'at' | 'text' | 'groupId'> & {
  kind: 'question' | 'answer';
};

/** Ids of the people who bear a name in the group; more than one means that nobody is named. */
export type PeopleByName = ReadonlyMap<string, readonly string[]>;

/** Names are compared whole, whatever their width, case and blanks. */
export function chatNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * Questions, days and what known members did in a chat. The id of a question is made of group, asker, minute and words, so
 * that the same chat makes the same rows. Messages of official voices count as messages and
 * speakers like those of everybody.
 */
export function factsOfChat(
  chat: GroupChat,
  groupId: string,
  settings: AnswerSettings,
  people: PeopleByName,
): ChatFacts {
  const days = new Map<string, { messages: number; speakers: Set<string> }>();
  for (const { day, speaker } of chat.messages) {
    const known = days.get(day) ?? { messages: 0, speakers: new Set<string>() };
    known.messages += 1;
    known.speakers.add(chatNameKey(speaker));
    days.set(day, known);
  }
  const asked = askedQuestions(chat.messages, settings);
  const questions = asked.map((one) => questionRow(one, groupId, people));
  return {
    questions,
    acts: questions.flatMap((question, at) => actsOf(question, asked[at]?.friends ?? [], people)),
    days: [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, { messages, speakers }]) => ({
        id: joinId(groupId, day),
        groupId,
        day,
        messages,
        speakers: speakers.size,
        source: 'chat' as const,
      })),
  };
}

/** The one who bears a name, where nobody else does. */
function onlyOne(people: PeopleByName, name: string): string | undefined {
  const ids = people.get(chatNameKey(name)) ?? [];
  return ids.length === 1 ? ids[0] : undefined;
}

/** Rows of a paged store need an id of a UUID's form. */
function actId(parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts));
  const cut = (from: number, to: number) => hex.slice(from, to);
  return `${cut(0, 8)}-${cut(8, 12)}-8${cut(13, 16)}-a${cut(17, 20)}-${cut(20, 32)}`;
}

/** That somebody asked, as their interaction; nothing where nobody of the roster was found. */
export function questionAct({
  id,
  memberId,
  askedAt,
  text,
  groupId,
}: ChatQuestion): ChatAct | undefined {
  if (memberId === undefined) return undefined;
  return {
    id: actId(['question', id]),
    memberId,
    kind: 'question',
    at: askedAt,
    text,
    ...(groupId !== undefined && { groupId }),
  };
}

function actsOf(
  question: ChatQuestion,
  friends: readonly FriendAnswer[],
  people: PeopleByName,
): ChatAct[] {
  const asked = questionAct(question);
  const answers = friends.flatMap(({ by, at }) => {
    const memberId = onlyOne(people, by);
    if (memberId === undefined || memberId === question.memberId) return [];
    // Without the asker's words: these go when the asker is erased, and this stays.
    const { id, groupId } = question;
    const act = { id: actId(['answer', id, chatNameKey(by)]), memberId, at };
    return [{ ...act, kind: 'answer' as const, ...(groupId !== undefined && { groupId }) }];
  });
  return asked ? [asked, ...answers] : answers;
}

function questionRow(asked: AskedQuestion, groupId: string, people: PeopleByName): ChatQuestion {
  const { asker, text, askedAt, isDayOnly, answer } = asked;
  const memberId = onlyOne(people, asker);
  const print = sha256(JSON.stringify([groupId, chatNameKey(asker), askedAt, text]));
  return {
    id: `chat-${print.slice(0, 32)}`,
    groupId,
    asker: asker.slice(0, 120),
    ...(memberId !== undefined && { memberId }),
    text: text.slice(0, 2000),
    askedAt,
    ...(isDayOnly && { isDayOnly }),
    state: answer ? 'answered' : 'open',
    ...(answer && { answeredBy: answer.by.slice(0, 120) }),
    ...(answer && !answer.isDayOnly && !isDayOnly && { answeredAt: answer.at }),
  };
}

/**
 * What taking a question in again changes: what was decided by hand stays; an answer is never lost,
 * but the earlier of two counts; a member found since is named. Undefined: nothing.
 */
export function questionChange(
  known: ChatQuestion,
  fresh: ChatQuestion,
): Partial<ChatQuestion> | undefined {
  const change: Partial<ChatQuestion> = {};
  if (known.memberId === undefined && fresh.memberId !== undefined) {
    change.memberId = fresh.memberId;
  }
  if (!known.isSetByHand && fresh.state === 'answered') {
    const isNew = known.state === 'open';
    const isEarlier =
      known.state === 'answered' &&
      fresh.answeredAt !== undefined &&
      (known.answeredAt === undefined || fresh.answeredAt < known.answeredAt);
    if (isNew || isEarlier) {
      change.state = 'answered';
      if (fresh.answeredAt !== undefined) change.answeredAt = fresh.answeredAt;
      if (fresh.answeredBy !== undefined) change.answeredBy = fresh.answeredBy;
    }
  }
  return Object.keys(change).length > 0 ? change : undefined;
}

/**
 * The same for a day: figures that the platform or somebody gave stay, and of two pastes of one day
 * the fuller one counts, figure by figure.
 */
export function dayChange(known: GroupDay, fresh: GroupDay): Partial<GroupDay> | undefined {
  const isOthers = known.source !== 'chat';
  const change: Partial<GroupDay> = {};
  for (const figure of ['messages', 'speakers'] as const) {
    const [before, after] = [known[figure], fresh[figure]];
    if (after === undefined || (before !== undefined && (isOthers || before >= after))) continue;
    change[figure] = after;
  }
  return Object.keys(change).length > 0 ? change : undefined;
}

/** How many rows would come, change or stay as they are. */
export type ChatChanges = { added: number; changed: number; same: number };

/** What a commit will do to rows that are there (`known` by id). */
export function countChanges<T extends { id: string }>(
  fresh: readonly T[],
  known: ReadonlyMap<string, T>,
  changeOf: (known: T, fresh: T) => Partial<T> | undefined,
): ChatChanges {
  const changes = { added: 0, changed: 0, same: 0 };
  for (const row of fresh) {
    const before = known.get(row.id);
    if (!before) changes.added += 1;
    else if (changeOf(before, row)) changes.changed += 1;
    else changes.same += 1;
  }
  return changes;
}
