import type { Group } from '@shared/domain/groups/group.schema';
import type { ChatQuestion, Reply } from '@shared/domain/replies/reply.schema';
import { answerTimes } from '@shared/domain/replies/reply-figures.rules';
import { foldReplyText } from '@shared/domain/replies/reply-search.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayOf, weekStart } from '@shared/lib/time';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { rowsById } from '../index/rows-by-id';
import type {
  GroupAnswers,
  QuestionFigures,
  QuestionLine,
  QuestionListQuestion,
} from './question-types';

/**
 * Questions of one state: open ones from the oldest on, others from the newest. In a group that was
 * dissolved nobody waits any more: its open questions are left out.
 */
export async function listQuestions(
  db: ConsoleDb,
  { state, groupId, text }: QuestionListQuestion,
  offset: number,
  limit: number,
): Promise<{ rows: QuestionLine[]; total: number }> {
  const [ofState, groups] = await Promise.all([
    rowTable(db, 'chatQuestions').where('state').equals(state).toArray() as unknown as Promise<
      ChatQuestion[]
    >,
    allGroups(db),
  ]);
  const over = dissolvedOf(groups);
  const wanted = foldReplyText(text);
  const fitting = ofState
    .filter(
      (row) =>
        (groupId === undefined || row.groupId === groupId) &&
        !(state === 'open' && over.has(row.groupId ?? '')) &&
        (wanted === '' || foldReplyText(`${row.text}${row.asker ?? ''}`).includes(wanted)),
    )
    .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  if (state !== 'open') fitting.reverse();
  const rows = await withNames(db, fitting.slice(offset, offset + limit), groups);
  return { rows, total: fitting.length };
}

async function withNames(
  db: ConsoleDb,
  rows: ChatQuestion[],
  groups: readonly Group[],
): Promise<QuestionLine[]> {
  const names = namesOf(groups);
  const [members, replies] = await Promise.all([
    rowsById(
      db,
      'members',
      rows.flatMap(({ memberId }) => memberId ?? []),
    ),
    rowTable(db, 'replies').bulkGet([...new Set(rows.flatMap(({ replyId }) => replyId ?? []))]),
  ]);
  const keywords = new Map(
    replies.flatMap((row) => {
      const reply = row as unknown as Reply | undefined;
      return reply ? [[reply.id, reply.keyword] as const] : [];
    }),
  );
  return rows.map((row) => {
    const groupName = names.get(row.groupId ?? '');
    const memberName = members.get(row.memberId ?? '')?.name;
    const keyword = keywords.get(row.replyId ?? '');
    return {
      ...row,
      ...(groupName !== undefined && { groupName }),
      ...(memberName !== undefined && { memberName }),
      ...(keyword !== undefined && { keyword }),
    };
  });
}

const allGroups = (db: ConsoleDb) =>
  rowTable(db, 'groups').toArray() as unknown as Promise<Group[]>;

const namesOf = (groups: readonly Group[]) => new Map(groups.map(({ id, name }) => [id, name]));

const dissolvedOf = (groups: readonly Group[]) =>
  new Set(groups.filter(({ phase }) => phase === 'dissolved').map(({ id }) => id));

/** How fast groups were answered in the last weeks, this one included; by the day of asking. */
export async function questionFigures(
  db: ConsoleDb,
  nowMs: number,
  weekCount: number,
): Promise<QuestionFigures> {
  const [rows, allOfThem, workspace] = await Promise.all([
    rowTable(db, 'chatQuestions').toArray() as unknown as Promise<ChatQuestion[]>,
    allGroups(db),
    rowTable(db, 'workspace').get('workspace'),
  ]);
  const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
  const mondayOf = (ms: number) => weekStart(dayOf(ms, zone));
  const last = mondayOf(nowMs);
  const weeks = Array.from({ length: weekCount }, (_, at) =>
    addDays(last, (at + 1 - weekCount) * 7),
  );
  const names = namesOf(allOfThem);
  const over = dissolvedOf(allOfThem);
  const counts = { open: 0, answered: 0, ignored: 0 };
  let leftOpen = 0;
  const byGroup = new Map<string, ChatQuestion[][]>();
  const openOf = new Map<string, number>();
  const counted: ChatQuestion[] = [];
  for (const row of rows) {
    const { groupId = '', state, askedAt } = row;
    if (state === 'open' && over.has(groupId)) leftOpen += 1;
    else {
      counts[state] += 1;
      if (state === 'open') openOf.set(groupId, (openOf.get(groupId) ?? 0) + 1);
    }
    const at = weeks.indexOf(mondayOf(askedAt));
    if (state === 'ignored' || at < 0) continue;
    counted.push(row);
    const known = byGroup.get(groupId) ?? weeks.map(() => []);
    known[at]?.push(row);
    byGroup.set(groupId, known);
  }
  const groups: GroupAnswers[] = [...byGroup].map(([groupId, parts]) => {
    const all = parts.flat();
    return {
      groupId,
      name: names.get(groupId) ?? '',
      open: openOf.get(groupId) ?? 0,
      answered: answeredOf(all),
      times: answerTimes(all),
      weeks: parts.map((part) => ({
        ...answerTimes(part),
        asked: part.length,
        answered: answeredOf(part),
      })),
    };
  });
  groups.sort((a, b) => b.open - a.open || a.name.localeCompare(b.name, 'zh-CN'));
  return { counts, leftOpen, weeks, times: answerTimes(counted), groups };
}

const answeredOf = (rows: readonly ChatQuestion[]) =>
  rows.filter(({ state }) => state === 'answered').length;
