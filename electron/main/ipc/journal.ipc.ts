import type { Journal } from '../journal/journal';
import type { Handlers } from './dispatch';

type JournalChannel = 'readJournalState' | 'appendJournal' | 'readJournal' | 'retireJournal';

export function createJournalHandlers(journal: Journal): Pick<Handlers, JournalChannel> {
  return {
    readJournalState: () => journal.readState(),
    appendJournal: (databaseId, frames) => journal.append(databaseId, frames),
    readJournal: (afterSeq) => journal.read(afterSeq),
    retireJournal: () => journal.retire(),
  };
}
