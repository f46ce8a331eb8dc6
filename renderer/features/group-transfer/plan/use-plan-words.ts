import { useMessages } from '@/app/i18n/messages';
import { useRefusalWords } from '../words/use-refusal-words';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';
import { refusalOf } from './refusal-now';

/** Why somebody is in the plan and why they cannot go, on the screen as on paper. */
export function usePlanWords({ world }: Pick<PlanView, 'world'>) {
  const t = useMessages(planMessages);
  const refusal = useRefusalWords();
  return {
    why: ({ item: { counts } }: PlanLine): string => {
      const told = [
        counts && counts.orders > 0 && t('orders', { count: counts.orders }),
        counts && counts.interactions > 0 && t('interactions', { count: counts.interactions }),
        counts?.isKoc && t('isKoc'),
      ].filter(Boolean);
      return told.length > 0 ? told.join(' · ') : t('byHand');
    },
    refusedWhy: (line: PlanLine): string | undefined => {
      const no = refusalOf(line, world);
      const group = world.groupOf(line.item.toGroupId);
      return no && refusal(no, line.person ?? { identity: 'unknown' }, group);
    },
  };
}
