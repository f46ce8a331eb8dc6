import {
  type ChatChanges,
  type ChatFacts,
  chatNameKey,
  countChanges,
  dayChange,
  factsOfChat,
  questionChange,
} from '@shared/domain/chat/chat-plan.rules';
import { readGroupChat } from '@shared/domain/chat/group-chat.rules';
import type { GroupDay } from '@shared/domain/group-life/group-day.schema';
import type { EntityName } from '@shared/domain/registry';
import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rememberWords } from '@/db/remembered';
import { rowTable } from '@/db/tables';
import { rowsById } from '../index/rows-by-id';
import { findChatPeople } from './chat-people';
import { listQuestions, questionFigures } from './question-list';
import type { QuestionFigures, QuestionListQuestion } from './question-types';
import { withoutTold } from './told-acts';

export type ChatQuestionToDesk = {
  pasted: string;
  groupId: string;
  /** `YYYY-MM-DD` that clocks without a date mean. */
  day: string;
  /** Names that speak for the house, besides the group's official members. */
  officials: string[];
  windowMs: number;
};

export type ChatSpeaker = {
  name: string;
  messages: number;
  isOfficial: boolean;
  /** More than one: several people bear the name, and nobody is named. */
  memberIds: string[];
  /** Of the only one. */
  memberName?: string;
};

/** What a pasted chat comes to; committed as it stands by `commitChat`. */
export type ChatPlan = ChatFacts & {
  /** Everybody who speaks, the most messages first. */
  speakers: ChatSpeaker[];
  messages: number;
  systemLines: number;
  nameless: number;
  changes: { questions: ChatChanges; days: ChatChanges };
  /** Interactions of known members that are not on record yet. */
  newActs: number;
  /** Left out, because a file told of them already. */
  toldActs: number;
};

/** The data worker's counter for pasted chats; no record is written here. */
export class ChatDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  /** Questions of one state, from one place to another. */
  async list(question: QuestionListQuestion, offset: number, limit: number) {
    return listQuestions(await this.database(), question, offset, limit);
  }

  /** How many wait, and how fast groups were answered in the last weeks. */
  async figures(nowMs: number, weeks: number): Promise<QuestionFigures> {
    return questionFigures(await this.database(), nowMs, weeks);
  }

  /** Keeps who spoke for the house in a group's chat, to be ticked the next time. */
  async rememberOfficials(groupId: string, names: string[]): Promise<void> {
    await rememberWords(await this.database(), 'chatOfficials', { [groupId]: names });
  }

  async plan({ pasted, groupId, day, officials, windowMs }: ChatQuestionToDesk): Promise<ChatPlan> {
    const db = await this.database();
    const workspace = await rowTable(db, 'workspace').get('workspace');
    const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
    const chat = readGroupChat(pasted, day, zone);
    const spoke = new Map<string, number>();
    for (const { speaker } of chat.messages) spoke.set(speaker, (spoke.get(speaker) ?? 0) + 1);
    const people = await findChatPeople(db, groupId, new Set(spoke.keys()));
    const house = [...new Set([...officials, ...people.officials])];
    const settings = { officials: house, windowMs };
    const read = factsOfChat(chat, groupId, settings, people.byName);
    const facts = { ...read, acts: await withoutTold(db, read.acts) };
    const [questions, days, acts] = await Promise.all([
      known<ChatQuestion>(db, 'chatQuestions', facts.questions),
      rowsById(
        db,
        'groupDays',
        facts.days.map(({ id }) => id),
      ) as Promise<ReadonlyMap<string, GroupDay>>,
      rowsById(
        db,
        'interactions',
        facts.acts.map(({ id }) => id),
      ),
    ]);
    const only = [...people.byName.values()].flatMap((ids) => (ids.length === 1 ? ids : []));
    const members = await rowsById(db, 'members', only);
    return {
      ...facts,
      speakers: [...spoke]
        .map(([name, messages]) => {
          const memberIds = people.byName.get(chatNameKey(name)) ?? [];
          const member = memberIds.length === 1 ? members.get(memberIds[0] ?? '') : undefined;
          return {
            name,
            messages,
            isOfficial: house.includes(name),
            memberIds,
            ...(member && { memberName: member.name }),
          };
        })
        .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1)),
      messages: chat.messages.length,
      systemLines: chat.systemLines,
      nameless: chat.nameless,
      toldActs: read.acts.length - facts.acts.length,
      newActs: facts.acts.filter(({ id }) => !acts.has(id)).length,
      changes: {
        questions: countChanges(facts.questions, questions, questionChange),
        days: countChanges(facts.days, days, dayChange),
      },
    };
  }
}

async function known<T extends { id: string }>(
  db: ConsoleDb,
  entity: EntityName,
  fresh: readonly T[],
): Promise<Map<string, T>> {
  const rows = await rowTable(db, entity).bulkGet(fresh.map(({ id }) => id));
  return new Map(rows.flatMap((row) => (row ? [[String(row.id), row as unknown as T]] : [])));
}
