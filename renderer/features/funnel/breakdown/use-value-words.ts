import { IDENTITIES } from '@shared/domain/members/member.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { FunnelAnswer, FunnelDimension } from '@/workers/funnel/funnel-types';
import type { FunnelRun } from '../funnel.queries';
import { breakdownMessages } from './breakdown.messages';

/** A value of a dimension as one says it; records name placements and variants by key or in words. */
export function useValueWords(
  { steps }: FunnelRun,
  runs: FunnelAnswer['runs'],
): (by: FunnelDimension, value: string) => string {
  const t = useMessages(breakdownMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useBilingual();
  const labelled = (lists: readonly { key: string; label: { zh: string; en: string } }[]) => {
    const labels = new Map(lists.map(({ key, label }) => [key, say(label)]));
    return (value: string) => labels.get(value) ?? value;
  };
  const placement = labelled(steps.flatMap(({ definition }) => definition.placements ?? []));
  const variant = labelled(
    steps.flatMap(({ definition }) => definition.scripts.flatMap((it) => it.variants ?? [])),
  );
  return (by, value) => {
    if (by === 'identity') {
      const identity = IDENTITIES.find((it) => it === value);
      return identity ? words(`identity.${identity}`) : value;
    }
    if (by === 'run') return runs.find(({ id }) => id === value)?.title ?? value;
    if (by === 'week') return t('weekOf', { day: format.day(value) });
    if (by === 'placement') return placement(value);
    return by === 'variant' ? variant(value) : value;
  };
}
