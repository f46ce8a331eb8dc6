import { replyHits } from '@shared/domain/replies/reply-figures.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayOf } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Why } from '@/ui/why';
import { repliesMessages } from '../replies.messages';
import classes from './library.module.css';
import { useMinutes } from './use-minutes';

const EVER = { from: '0000-01-01', to: '9999-12-31' };
const DAYS = 30;

async function readFigures(replyId: string) {
  const [uses, groups, workspace] = await Promise.all([
    readDb.rows('replyUses').by('replyId', replyId),
    readDb.rows('groups').all(),
    readDb.rows('workspace').get('workspace'),
  ]);
  const asked = uses.flatMap(({ questionId }) => questionId ?? []);
  const questions = await Promise.all(asked.map((id) => readDb.rows('chatQuestions').get(id)));
  const known = questions.flatMap((question) => question ?? []);
  const today = dayOf(Date.now(), workspace?.timeZone ?? DEFAULT_TIME_ZONE);
  const [ever] = replyHits([{ id: replyId }], uses, known, EVER);
  const since = addDays(today, 1 - DAYS);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const places = new Map<string, number>();
  for (const { groupId = '' } of uses) {
    const name = names.get(groupId) ?? '';
    places.set(name, (places.get(name) ?? 0) + 1);
  }
  return {
    ever,
    lately: uses.filter(({ day }) => day >= since).length,
    places: [...places].sort(([, a], [, b]) => b - a).slice(0, 8),
  };
}

/** How often an entry was copied, where to, and how fast it answered. */
export function ReplyFigures({ replyId }: { replyId: string }) {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  const minutes = useMinutes();
  const figures = useLive(() => readFigures(replyId), [replyId]);
  if (!figures?.ever) return null;
  const { ever, lately, places } = figures;
  const { medianMs, p90Ms, n } = ever.times;
  return (
    <section data-testid="reply-figures" data-uses={ever.uses}>
      <h3>{t('usesHead')}</h3>
      <p className={classes.quiet}>
        {ever.uses === 0
          ? t('usesNone')
          : `${t('usesAll', { count: format.count(ever.uses) })} · ${t('uses30', { count: format.count(lately) })}`}
      </p>
      {ever.answered > 0 && (
        <p className={classes.quiet}>{t('answered', { count: format.count(ever.answered) })}</p>
      )}
      {medianMs !== undefined && p90Ms !== undefined && (
        <p className={classes.quiet}>
          {t('answerTime', { median: minutes(medianMs), p90: minutes(p90Ms), n })}{' '}
          <Why word={t('why')}>{t('answerTimeWhy')}</Why>
        </p>
      )}
      {places.length > 0 && (
        <>
          <h3>{t('usesWhere')}</h3>
          <ul className={classes.places}>
            {places.map(([name, count]) => (
              <li key={name}>
                <span>{name || t('noGroup')}</span>
                <span>{format.count(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
