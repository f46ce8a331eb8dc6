import { useLocation } from 'wouter';
import { PlayList, PlayPanel } from '@/features/plays';
import { InsightsFrame } from '../frame/insights-frame';

const BASE = '/members/insights/plays';

/** All plays, or the one that the address names. */
export function PlaysTab() {
  const [location] = useLocation();
  const playId = location.split('/')[4];
  return (
    <InsightsFrame tab="plays" ready>
      {playId ? (
        <PlayPanel playId={playId} base={BASE} />
      ) : (
        <PlayList base={BASE} startAt="/members/insights/quadrants" />
      )}
    </InsightsFrame>
  );
}
