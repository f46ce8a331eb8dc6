import { type ImportField, missingFields } from '@shared/domain/import/columns/fields';
import type { ColumnPolicy, FixCode } from '@shared/domain/import/plan/choices';
import { problemText } from '@/app/feedback';
import type { PlanChoices } from '@/workers/import/import-types';
import { UNDECIDED } from './decide-records';
import {
  comparisonOf,
  currentSession,
  hasCode,
  importDesk,
  nextPlanNumber,
  setSession,
  takeTurn,
  teller,
  type Understood,
} from './import-session';

/** So few rows are compared again with every change; more wait for a word. */
const REPLANNED_AT_ONCE = 5000;
/** Typing a name is one change, not one for each letter. */
const SETTLE_MS = 250;

let settling: ReturnType<typeof setTimeout> | undefined;

const heldOf = ({ file, how, opened, choices, isEditing }: Understood): Understood => ({
  file,
  how,
  opened,
  choices,
  isEditing,
});

/** Before the first plan a choice only changes; afterwards it is compared anew if that is quick. */
export function changeChoices(patch: Partial<PlanChoices>): void {
  const session = currentSession();
  if (session.step !== 'recognised' && session.step !== 'planned' && session.step !== 'planning') {
    return;
  }
  const { kind } = session;
  const before = comparisonOf(session);
  const choices = { ...session.choices, ...patch };
  const held = { ...heldOf(session), choices };
  clearTimeout(settling);
  takeTurn();
  setSession({ kind, step: 'recognised', ...held, ...(before ? { before } : {}) });
  const isPlannable = missingFields(kind, choices.mapping).length === 0;
  if (before && isPlannable && held.opened.dataRowCount < REPLANNED_AT_ONCE) {
    settling = setTimeout(() => void makePlan(), SETTLE_MS);
  }
}

/** What one column of the file becomes; null leaves it out. */
export function changeColumn(column: number, field: ImportField | null): void {
  const session = currentSession();
  if (!('choices' in session)) return;
  const mapping = session.choices.mapping.map((old, at) => (at === column ? field : old));
  changeChoices({ mapping });
}

/** What a field's cells do to known records. */
export function changePolicy(field: ImportField, policy: ColumnPolicy): void {
  const session = currentSession();
  if (!('choices' in session)) return;
  changeChoices({ policies: { ...session.choices.policies, [field]: policy } });
}

/** One click for all records that fell for the same cause, and one click back. */
export async function toggleFix(fix: FixCode): Promise<void> {
  const session = currentSession();
  if (session.step !== 'planned') return;
  const { fixes } = session.choices;
  const next = fixes.includes(fix) ? fixes.filter((known) => known !== fix) : [...fixes, fix];
  setSession({ ...session, choices: { ...session.choices, fixes: next } });
  await makePlan();
}

/** Opens the columns above the plan, or folds them into a line. */
export function editColumns(isEditing: boolean): void {
  const session = currentSession();
  if (session.step === 'planned') setSession({ ...session, isEditing });
}

/** The button's comparison: whatever is open folds away. */
export async function comparePlan(): Promise<void> {
  editColumns(false);
  const session = currentSession();
  if (session.step === 'recognised') setSession({ ...session, isEditing: false });
  await makePlan();
}

/** Compares every row with what is stored; the fixes and choices of the session count. */
export async function makePlan(): Promise<void> {
  clearTimeout(settling);
  const session = currentSession();
  if (session.step !== 'recognised' && session.step !== 'planned') return;
  const { isMine } = takeTurn();
  const { kind } = session;
  const held = heldOf(session);
  const before = comparisonOf(session);
  const progress = { step: 'compare', done: 0, total: 0 } as const;
  setSession({ kind, step: 'planning', ...held, progress, ...(before ? { before } : {}) });
  try {
    const summary = await importDesk().plan(held.choices, teller(isMine, 'planning'));
    if (!isMine()) return;
    const choice = before?.choice ?? 'skip';
    const fresh = { summary, choice, decided: UNDECIDED, planNumber: nextPlanNumber() };
    setSession({ kind, step: 'planned', ...held, ...fresh });
  } catch (error) {
    if (!isMine()) return;
    if (hasCode(error, 'import-cancelled')) setSession({ kind, step: 'choose' });
    else {
      const open = { ...held, isEditing: true };
      setSession({ kind, step: 'recognised', ...open, problem: problemText(error) });
    }
  }
}
