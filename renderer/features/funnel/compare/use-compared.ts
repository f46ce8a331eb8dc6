import { addDays, dayOf, weekStart } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { FunnelAnswer, FunnelQuestion } from '@/workers/funnel/funnel-types';
import type { FunnelRun } from '../funnel.queries';
import { useFunnel } from '../use-funnel';
import { compareMessages } from './compare.messages';

export type ComparedWith = 'run' | 'week' | 'target';

export type Compared = {
  a: { name: string; answer: FunnelAnswer | undefined };
  b: { name: string; answer: FunnelAnswer | undefined };
};

/** Two funnels with their names: `a` is what `b` is held against. Nothing to hold it against: none. */
export function useCompared(
  { run, earlier, timeZone }: FunnelRun,
  thisRun: FunnelAnswer,
  chosen: ComparedWith,
  runId: string | undefined,
): Compared | undefined {
  const t = useMessages(compareMessages);
  const format = useFormat();
  const monday = weekStart(dayOf(Date.now(), timeZone));
  const sunday = addDays(monday, 6);
  const before = earlier.find(({ id }) => id === runId) ?? earlier[0];
  const period = (fromDay: string, toDay: string): FunnelQuestion => ({
    scope: { of: 'period', templateKey: run.templateKey, fromDay, toDay },
  });
  const isWeek = chosen === 'week';
  const other = before && { scope: { of: 'runs' as const, runIds: [before.id] } };
  const lastWeek = [addDays(monday, -7), addDays(sunday, -7)] as const;
  const a = useFunnel(isWeek ? period(...lastWeek) : chosen === 'run' ? other : undefined);
  const b = useFunnel(isWeek ? period(monday, sunday) : undefined);
  if (isWeek) {
    const name = (key: 'thisWeek' | 'lastWeek', from: string, to: string) =>
      t(key, { from: format.day(from), to: format.day(to) });
    return {
      a: { name: name('lastWeek', ...lastWeek), answer: a },
      b: { name: name('thisWeek', monday, sunday), answer: b },
    };
  }
  if (!before) return undefined;
  return {
    a: { name: before.title, answer: a },
    b: { name: t('thisRun'), answer: thisRun },
  };
}
