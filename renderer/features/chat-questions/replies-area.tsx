import { useLocation } from 'wouter';
import { LibraryPage } from '@/features/replies';
import { QuestionsPage } from './questions-page';

/** What is kept ready, and what is asked: by the third word of the address. */
export function RepliesArea() {
  const [location] = useLocation();
  return location.startsWith('/groups/replies/questions') ? <QuestionsPage /> : <LibraryPage />;
}
