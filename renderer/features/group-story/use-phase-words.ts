import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import { useMessages } from '@/app/i18n/messages';
import { groupStoryMessages } from './group-story.messages';

const ROI_PLACES = 2;

/** The sentence for the figures that spoke for a change of phase; nothing where none are kept. */
export function useEvidenceWords(): (evidence: GroupEvent['evidence']) => string | undefined {
  const t = useMessages(groupStoryMessages);
  return (evidence) => {
    if (!evidence) return undefined;
    const rounded = (key: string) => Math.round(Number(evidence[key] ?? 0));
    const params = {
      days: rounded('days'),
      earlyDays: rounded('earlyDays'),
      weeks: rounded('weeks'),
      lowest: rounded('lowest'),
      highest: rounded('highest'),
      threshold: rounded('threshold'),
      roi: Number(evidence.roi ?? 0).toFixed(ROI_PLACES),
    };
    switch (evidence.why) {
      case 'earlyIsOver':
        return t('whyEarly', params);
      case 'lowForWeeks':
        return t('whyLow', params);
      case 'losesForWeeks':
        return t('whyLoses', params);
      case 'cameBack':
        return t('whyBack', params);
      default:
        return undefined;
    }
  };
}
