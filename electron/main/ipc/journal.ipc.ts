import type { Journal } from '../journal/journal';
import type { Handlers } from './dispatch';

type JournalChannel =
  | 'readJournalState'
  | 'appendJournal'
  | 'beginJournalFrame'
  | 'writeJournalBlock'
  | 'finishJournalFrame'
  | 'abortJournalFrame'
  | 'readJournal'
  | 'retireJournal'
  | 'forgetJournal';

export function createJournalHandlers(journal: Journal): Pick<Handlers, JournalChannel> {
  return {
    readJournalState: () => journal.readState(),
    appendJournal: (databaseId, frames) => journal.append(databaseId, frames),
    beginJournalFrame: (databaseId, seq, header) => journal.begin(databaseId, seq, header),
    writeJournalBlock: (token, block) => journal.write(token, block),
    finishJournalFrame: (token) => journal.finish(token),
    abortJournalFrame: (token) => journal.abort(token),
    readJournal: (afterSeq) => journal.read(afterSeq),
    retireJournal: () => journal.retire(),
    forgetJournal: (upToSeq) => journal.forget(upToSeq),
  };
}
