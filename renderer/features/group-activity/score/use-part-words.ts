import type { GroupFigures } from '@shared/domain/group-life/figures.types';
import type { ActivityPart } from '@shared/domain/group-life/life-settings.schema';
import { ratio } from '@shared/domain/group-life/weighted-score.rules';
import { assertNever } from '@shared/lib/errors';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { activityMessages } from '../activity.messages';

/** Below this many people a percentage says more than is known. */
const SMALLEST_SAMPLE = 30;

/** What is divided by what for each part. */
function divisionOf(part: ActivityPart, figures: GroupFigures): [number?, number?] {
  const { active, present, members, orders, speakers, speakerDays } = figures;
  switch (part) {
    case 'active':
      return [active, present];
    case 'speakers':
      return [ratio(speakers, speakerDays), members];
    case 'messages':
      return [ratio(figures.messages, figures.messageDays), members];
    case 'orders':
      return [orders, members];
    default:
      return assertNever(part, 'activity part');
  }
}

/** Short for reading, exact enough to reckon with: two decimals where it is not whole. */
const short = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

/** The parts of the activity score as the leader reads them. */
export function usePartWords() {
  const t = useMessages(activityMessages);
  const format = useFormat();
  return useMemo(() => {
    /** Parts that count people are shares; the others are so much for each of them. */
    const isShare = (part: ActivityPart) => part === 'active' || part === 'speakers';
    const figure = (part: ActivityPart, figures: GroupFigures): string => {
      const [num, den] = divisionOf(part, figures);
      if (num === undefined || den === undefined || den <= 0) return t('noData');
      const division = { num: short(num), den: short(den) };
      if (!isShare(part)) {
        return t('divisionRate', { ...division, rate: t('each', { n: (num / den).toFixed(3) }) });
      }
      return den < SMALLEST_SAMPLE
        ? t('division', division)
        : t('divisionRate', { ...division, rate: format.percent(num / den, den) });
    };
    const anchor = (part: ActivityPart, value: number): string =>
      isShare(part) ? format.percent(value) : t('each', { n: short(value) });
    return { figure, anchor };
  }, [t, format]);
}
