import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { problemText, showProblem } from '@/app/feedback';
import type { OpenedFile, OpenOptions } from '@/workers/import/import-types';
import { forgetPassword, recallPassword, rememberPassword } from '../file-passwords';
import { readRuns } from '../import.queries';
import { policiesOfSource } from '../recognise/policies.rules';
import {
  currentSession,
  hasCode,
  type ImportSession,
  importDesk,
  setSession,
  takeTurn,
  teller,
} from './import-session';

const UNREAD = { step: 'read', done: 0, total: 0 } as const;

/** Funnel figures are of the newest run until another is chosen. */
async function likelyRun(kind: ImportKind): Promise<{ runId?: string }> {
  if (kind !== 'funnel') return {};
  const [newest] = await readRuns();
  return newest ? { runId: newest.id } : {};
}

async function understood(
  file: File,
  kind: ImportKind,
  opened: OpenedFile,
  how: OpenOptions,
): Promise<ImportSession> {
  const { mapping, campaign, assumedAt } = opened;
  return {
    kind,
    step: 'recognised',
    file,
    how,
    opened,
    isEditing: true,
    choices: {
      ...{ mapping, campaign, assumedAt, policies: policiesOfSource(opened.source?.id), fixes: [] },
      ...(await likelyRun(kind)),
    },
  };
}

function refused(file: File, kind: ImportKind, error: unknown): ImportSession {
  if (hasCode(error, 'import-cancelled')) return { kind, step: 'choose' };
  const problem = problemText(error);
  if (hasCode(error, 'import-encrypted')) {
    return { kind, step: 'locked', file, problem, isWrong: false };
  }
  if (hasCode(error, 'import-wrong-password')) {
    return { kind, step: 'locked', file, problem, isWrong: true };
  }
  return { kind, step: 'refused', file, problem };
}

/** Reads a file; whatever was planned before is gone at once. */
export async function openFile(file: File, how: OpenOptions = {}): Promise<void> {
  const { isMine } = takeTurn();
  const { kind } = currentSession();
  setSession({ kind, step: 'reading', file, progress: UNREAD });
  const open = (options: OpenOptions) =>
    importDesk().open(file, kind, teller(isMine, 'reading'), options);
  try {
    const opened = await open(how).catch((error: unknown) => openAsBefore(file, how, error, open));
    const { password, rememberPassword: isKept, ...again } = how;
    if (password !== undefined && isKept) {
      await rememberPassword(file.name, password).catch(showProblem);
    }
    const next = await understood(file, kind, opened, again);
    if (isMine()) setSession(next);
  } catch (error) {
    if (isMine()) setSession(refused(file, kind, error));
  }
}

/** A protected file of a source whose password is kept is opened without asking. */
async function openAsBefore(
  file: File,
  how: OpenOptions,
  error: unknown,
  open: (options: OpenOptions) => Promise<OpenedFile>,
): Promise<OpenedFile> {
  if (!hasCode(error, 'import-encrypted') || how.password !== undefined) throw error;
  const password = await recallPassword(file.name);
  if (password === undefined) throw error;
  try {
    return await open({ ...how, password });
  } catch (again) {
    if (!hasCode(again, 'import-wrong-password')) throw again;
    // It was changed at the source: asked for as if it had never been kept.
    await forgetPassword(file.name);
    throw error;
  }
}

/** Tries a password on the protected file in hand. */
export async function unlockFile(password: string, rememberPassword: boolean): Promise<void> {
  const session = currentSession();
  if (session.step === 'locked') await openFile(session.file, { password, rememberPassword });
}

/** Reads a text file again in the encoding that it is really in. */
export async function decodeAgain(encoding: string): Promise<void> {
  const session = currentSession();
  if (session.step === 'recognised' || session.step === 'refused') {
    await openFile(session.file, { encoding });
  }
}

/** Takes the file in hand for rows of another kind, or another of its sheets. */
async function lookAgain(file: File, how: OpenOptions, kind: ImportKind, sheetIndex?: number) {
  const { isMine } = takeTurn();
  try {
    const opened = await importDesk().look(kind, sheetIndex);
    const next = await understood(file, kind, opened, how);
    if (isMine()) setSession(next);
  } catch (error) {
    if (isMine()) setSession(refused(file, kind, error));
  }
}

export async function chooseKind(kind: ImportKind): Promise<void> {
  const before = currentSession();
  if (before.kind === kind) return;
  switch (before.step) {
    case 'choose':
    case 'done':
      return setSession({ kind, step: 'choose' });
    case 'reading':
    case 'refused':
    case 'locked':
      setSession({ ...before, kind });
      return openFile(before.file);
    default: {
      const { file, how, opened, choices, isEditing } = before;
      const held = { file, how, opened, choices, isEditing };
      setSession({ kind, step: 'planning', ...held, progress: UNREAD });
      return lookAgain(file, how, kind);
    }
  }
}

export async function chooseSheet(sheetIndex: number): Promise<void> {
  const session = currentSession();
  if (session.step === 'recognised' || session.step === 'planned') {
    await lookAgain(session.file, session.how, session.kind, sheetIndex);
  }
}

/** Lets go of what was remembered for files like this one, and reads its columns afresh. */
export async function forgetColumns(): Promise<void> {
  const session = currentSession();
  if (session.step !== 'recognised' && session.step !== 'planned') return;
  const { isMine } = takeTurn();
  const { file, kind, how } = session;
  const opened = await importDesk().forgetColumns();
  const next = await understood(file, kind, opened, how);
  if (isMine()) setSession(next);
}
