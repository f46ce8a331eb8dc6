import { useLocation } from 'wouter';
import { AlgebraPage } from '../algebra/algebra-page';
import { SegmentEditor } from './segment-editor';
import { SegmentsPage } from './segments-page';

/** `/members/segments`, and behind it `new`, `combine` or a segment's id. */
export function SegmentsArea() {
  const [location] = useLocation();
  const word = location.split('/')[3] ?? '';
  if (word === '') return <SegmentsPage />;
  if (word === 'new') return <SegmentEditor key="new" />;
  if (word === 'combine') return <AlgebraPage />;
  return <SegmentEditor key={word} segmentId={word} />;
}
