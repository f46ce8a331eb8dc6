import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { tagsMessages } from '../tags.messages';
import classes from './tag-list.module.css';
import type { TagPeople } from './use-tag-figures';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STALE_MS = 72 * HOUR_MS;

type FreshnessProps = { figures: TagPeople | undefined; isWorking: boolean };

/** When the rules were last worked out, how long that took and over how many people. */
export function Freshness({ figures, isWorking }: FreshnessProps) {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  const now = useMinute();
  const took = useTookWords();
  if (isWorking) return <>{t('working')}</>;
  if (!figures) return <>&nbsp;</>;
  const { workedOutAt, tookMs = 0, members } = figures;
  if (workedOutAt === undefined) return <>{t('notYet')}</>;
  const age = Math.max(0, now - workedOutAt);
  const ago =
    age < MINUTE_MS
      ? t('justNow')
      : age < HOUR_MS
        ? t('minutesAgo', { n: Math.floor(age / MINUTE_MS) })
        : age < STALE_MS
          ? t('hoursAgo', { n: Math.floor(age / HOUR_MS) })
          : format.relativeTime(workedOutAt, now);
  return (
    <span data-testid="tags-fresh" data-at={workedOutAt} data-took-ms={tookMs}>
      {t('fresh', { ago, took: took(tookMs), members: format.count(members) })}
      {age >= STALE_MS && <strong className={classes.stale}>{t('stale')}</strong>}
    </span>
  );
}

/** `0.8 秒` */
export function useTookWords(): (ms: number) => string {
  const t = useMessages(tagsMessages);
  return (ms) => t('seconds', { n: (Math.max(ms, 10) / 1000).toFixed(ms < 100 ? 2 : 1) });
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
