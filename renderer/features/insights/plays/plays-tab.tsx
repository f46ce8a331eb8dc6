import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { PlayList, PlayPanel } from '@/features/plays';
import { InsightsFrame } from '../frame/insights-frame';
import { insightsMessages } from '../insights.messages';

const BASE = '/members/insights/plays';

/** All plays, or the one that the address names. */
export function PlaysTab() {
  const t = useMessages(insightsMessages);
  const [location] = useLocation();
  const playId = location.split('/')[4];
  return (
    <InsightsFrame tab="plays" subtitle={t('playsState')} ready>
      {playId ? (
        <PlayPanel playId={playId} base={BASE} />
      ) : (
        <PlayList base={BASE} startAt="/members/insights/quadrants" />
      )}
    </InsightsFrame>
  );
}
