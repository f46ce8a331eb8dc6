import { COMMENT_TOPICS, type Comment } from '@shared/domain/feelings/comment.schema';
import { dayOf, weekStart } from '@shared/lib/time';
import type { CommentFigures, CommentFilter, TopicFigure, WeekFigure } from './comment-types';

const SEVERE = 3;
const WEEKS = 12;

/** Whether a comment is among those asked for. */
export function fits(comment: Comment, filter: CommentFilter): boolean {
  const { feelings, topics, intensities, groupIds, fromMs, isCorrected, isUnattached } = filter;
  if (feelings?.length && !feelings.includes(comment.feeling)) return false;
  if (topics?.length && !topics.includes(comment.topic)) return false;
  if (intensities?.length && !intensities.includes(comment.intensity)) return false;
  if (groupIds?.length && !groupIds.includes(comment.groupId ?? '')) return false;
  if (fromMs !== undefined && comment.at < fromMs) return false;
  if (isCorrected !== undefined && comment.isCorrected !== isCorrected) return false;
  return isUnattached === undefined || (comment.memberId === undefined) === isUnattached;
}

type Counted = Omit<CommentFigures, 'corrections' | 'model' | 'facts'>;

/** Counts over comments; weeks begin on Monday in the given zone. */
export function countComments(comments: readonly Comment[], model: string, zone: string): Counted {
  const topics = new Map<string, TopicFigure>(
    COMMENT_TOPICS.map((topic) => [topic, { topic, n: 0, bad: 0, severe: 0 }]),
  );
  const weeks = new Map<string, WeekFigure>();
  const figures: Counted = {
    n: comments.length,
    byFeeling: { good: 0, bad: 0, unsure: 0 },
    severe: 0,
    unattached: 0,
    corrected: 0,
    outdated: 0,
    topics: [],
    weeks: [],
  };
  for (const { feeling, intensity, topic, at, memberId, isCorrected, model: by } of comments) {
    figures.byFeeling[feeling] += 1;
    const isSevere = intensity >= SEVERE;
    if (isSevere) figures.severe += 1;
    if (memberId === undefined) figures.unattached += 1;
    if (isCorrected) figures.corrected += 1;
    else if (by !== model) figures.outdated += 1;
    const own = topics.get(topic);
    if (own) {
      own.n += 1;
      if (feeling === 'bad') own.bad += 1;
      if (isSevere) own.severe += 1;
    }
    const monday = weekStart(dayOf(at, zone));
    const week = weeks.get(monday) ?? { week: monday, n: 0, good: 0, bad: 0 };
    week.n += 1;
    if (feeling === 'good') week.good += 1;
    if (feeling === 'bad') week.bad += 1;
    weeks.set(monday, week);
  }
  figures.topics = [...topics.values()]
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.bad - a.bad || b.n - a.n);
  figures.weeks = [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1)).slice(-WEEKS);
  return figures;
}
