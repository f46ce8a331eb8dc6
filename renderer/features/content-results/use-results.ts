import { figuresOf } from '@shared/domain/content-results/figures.rules';
import type { Entry } from '@shared/domain/content-results/measures.rules';
import type { Span } from '@shared/domain/content-results/period.rules';
import type { ResultsSettings } from '@shared/domain/content-results/results-settings.schema';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import type { CreditAnswer } from '@/workers/content/content-types';
import {
  type ItemWithResults,
  isOut,
  itemsWithResults,
  readSettings,
} from './content-results.queries';

export type Results = {
  span: Span;
  settings: ResultsSettings;
  /** Everything of the days, sent or not. */
  items: readonly ItemWithResults[];
  /** What went out. */
  entries: readonly Entry[];
  /** Undefined while the orders are counted. */
  credit: CreditAnswer | undefined;
};

/** What the sent items of some days brought. */
export function useResults({ from, to }: Span): Results | undefined {
  const settings = useLive(readSettings, []);
  const items = useLive(() => itemsWithResults(from, to), [from, to]);
  const windowHours = settings?.windowHours;
  const credit = useAnswer(
    windowHours === undefined ? undefined : `${from} ${to} ${windowHours}`,
    () =>
      dataWorker().content.credits({
        from,
        to,
        windowHours: windowHours ?? 0,
        nowMs: Date.now(),
      }),
  );
  return useMemo(() => {
    if (!settings || !items) return undefined;
    const entries = items.flatMap(({ item, results }): Entry[] => {
      if (!isOut(item) && results.length === 0) return [];
      const credited = credit?.items[item.id];
      const sends = credited?.sends ?? Math.max(1, item.groupIds.length);
      // Of people who are not known nobody can say which share bought.
      return [{ item, figures: figuresOf(results), sends, ...(credited && { credited }) }];
    });
    return { span: { from, to }, settings, items, entries, credit };
  }, [settings, items, credit, from, to]);
}
