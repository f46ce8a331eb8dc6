import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { rulesMessages } from './rules.messages';

/** What follows from a rule, in one line: `警告 · 扣 5 分 · 警告 2 次移出`. */
export function useRuleWords(): (rule: GroupRule) => string {
  const t = useMessages(rulesMessages);
  return useMemo(
    () =>
      ({ polarity, consequence, points, warningsToRemoval, detail }: GroupRule) => {
        const isPlus = polarity === 'encouraged';
        const said = points !== undefined && points > 0;
        return [
          consequence === 'points' && said ? '' : t(`consequence.${consequence}`),
          said && t(isPlus ? 'plusPoints' : 'minusPoints', { points }),
          warningsToRemoval !== undefined && t('afterWarnings', { n: warningsToRemoval }),
          detail,
        ]
          .filter(Boolean)
          .join(' · ');
      },
    [t],
  );
}
