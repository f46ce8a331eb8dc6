import type { StayReason } from '@shared/domain/group-life/where-to-stay.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { OverlapRow } from '@/workers/rosters/roster-types';
import { misplacedMessages } from '../misplaced/misplaced.messages';
import { overlapsMessages } from './overlaps.messages';

/** Why somebody should rather leave one of their groups, in one sentence. */
export function useStayWords(): (row: OverlapRow, because: StayReason) => string {
  const t = useMessages(overlapsMessages);
  const misplaced = useMessages(misplacedMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (row, because) => {
    switch (because.kind) {
      case 'classFit': {
        const why = because.misplacement;
        const rival = 'rival' in why && why.rival ? why.rival : 'unknown';
        return misplaced(`why.${why.reason}`, {
          identity: words(`identity.${row.identity}`),
          rival: words(`identity.${rival}`),
          count: format.count('rivals' in why && why.rivals ? why.rivals : 0),
          region: row.region ?? '',
          channel: row.channel ?? '',
        });
      }
      case 'activity':
        return t('because.activity', { here: because.here, there: because.there });
      case 'earlier':
        return t('because.earlier', {
          here: format.date(because.here),
          there: format.date(because.there),
        });
      case 'room':
        return t('because.room', { here: because.freeHere, there: because.freeThere });
      case 'equal':
        return t('because.equal');
      default:
        return assertNever(because, 'stay reason');
    }
  };
}
