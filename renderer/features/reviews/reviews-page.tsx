import { useLocation } from 'wouter';
import { ReviewList } from './review-list';
import { ReviewPage } from './review-page';
import { VersionsPage } from './versions/versions-page';

/** The list of reviews, one of them, or the versions of a flow, by the address. */
export function ReviewsPage() {
  const [location] = useLocation();
  const [, , , word = '', key = ''] = location.split('/');
  if (word === 'versions') {
    return <VersionsPage key={key} templateKey={decodeURIComponent(key)} />;
  }
  return word === '' ? <ReviewList /> : <ReviewPage key={word} runId={word} />;
}
