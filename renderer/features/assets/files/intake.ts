import { useSyncExternalStore } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { type AddedFile, addAssets } from '../assets.commands';
import { assetsMessages } from '../assets.messages';
import { tellFilesChanged } from './file-news';
import { fittingName, type Source } from './keep-file';

export type Intake = {
  name: string;
  /** Files that are done, and all of them. */
  done: number;
  total: number;
  bytesDone: number;
  bytesTotal: number;
};

/** More than this of the same trouble is told by its number alone. */
const MOST_TOLD = 3;

let intake: Intake | undefined;
let isGivenUp = false;
const listeners = new Set<() => void>();

function show(next: Intake | undefined): void {
  intake = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is being taken in now, also when it was begun on another page. */
export const useIntake = (): Intake | undefined => useSyncExternalStore(subscribe, () => intake);

/** What is in already stays; the file under way is left. */
export function giveUpIntake(): void {
  isGivenUp = true;
}

async function keepAll(sources: readonly Source[]): Promise<AddedFile[]> {
  const bytesTotal = sources.reduce((sum, { size }) => sum + size, 0);
  const files: AddedFile[] = [];
  const problems: unknown[] = [];
  let before = 0;
  for (const [done, source] of sources.entries()) {
    const tell = (bytes: number) =>
      show({
        name: source.name,
        done,
        total: sources.length,
        bytesDone: before + bytes,
        bytesTotal,
      });
    if (isGivenUp) break;
    tell(0);
    try {
      const kept = await source.keep({ onBytes: tell, isGivenUp: () => isGivenUp }, null);
      if (kept) {
        const { isKnown: _, ...file } = kept;
        files.push({ ...file, name: fittingName(source.name) });
      }
    } catch (error) {
      problems.push(error);
    }
    before += source.size;
  }
  for (const problem of problems.slice(0, MOST_TOLD)) showProblem(problem);
  if (problems.length > MOST_TOLD) {
    showDone(translator(assetsMessages)('moreProblems', { n: problems.length - MOST_TOLD }));
  }
  return files;
}

/**
 * Takes files into the box, one after the other, and writes them down in one step. The ids of all
 * that lie there now, new or known; none while another intake is under way.
 */
export async function takeIn(sources: readonly Source[]): Promise<string[]> {
  const t = translator(assetsMessages);
  if (sources.length === 0) return [];
  if (intake) {
    showDone(t('busy'));
    return [];
  }
  isGivenUp = false;
  const [first] = sources;
  show({ name: first?.name ?? '', done: 0, total: sources.length, bytesDone: 0, bytesTotal: 1 });
  try {
    const files = await keepAll(sources);
    if (files.length === 0) return [];
    const { added, known } = await execute(addAssets, { files });
    tellFilesChanged();
    const said = [
      ...(added.length > 0 ? [t('added', { count: added.length })] : []),
      ...(known.length > 0 ? [t('known', { count: known.length })] : []),
    ];
    showDone(said.join(t('comma')), { undo: added.length > 0 });
    return [...added, ...known];
  } catch (error) {
    showProblem(error);
    return [];
  } finally {
    show(undefined);
  }
}
