import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { useMessages } from '@/app/i18n/messages';
import { SidePanel } from '@/ui/side-panel';
import type { PlanRow } from '@/workers/import/import-types';
import { importMessages } from '../import.messages';
import { importWords } from '../import-words.messages';
import { DecisionButtons } from './decision-buttons';
import { planMessages } from './plan.messages';
import classes from './plan-row-panel.module.css';
import { RiskNote } from './risk-hint';
import { NoteText, useFacts } from './row-details';
import { SideBySide } from './side-by-side';

type Props = {
  row: PlanRow;
  onDecide: (choice: ConfirmChoice | undefined) => void;
  onClose: () => void;
};

/** One record of the plan in full, beside the table. */
export function PlanRowPanel({ row, onDecide, onClose }: Props) {
  const t = useMessages(planMessages);
  const common = useMessages(importMessages);
  const words = useMessages(importWords);
  const facts = useFacts(row);
  const title = row.title || words(`action.${row.action}`);
  const notes = [...row.problems, ...row.warnings];
  return (
    <SidePanel
      testId="import-row-panel"
      label={title}
      closeLabel={common('close')}
      title={title}
      onClose={onClose}
    >
      <p className={classes.where}>
        {words(`action.${row.action}`)} ·{' '}
        {t('panelRows', { rows: row.rows.join(common('listSeparator')) })}
      </p>
      {facts.length > 0 && <p className={classes.facts}>{facts.join(' · ')}</p>}
      {row.reason && (
        <p className={classes.doubt}>
          {words(`code.${row.reason}`)}
          {row.candidate && ` · ${t('candidate', { name: row.candidate })}`}
        </p>
      )}
      <RiskNote row={row} />
      {row.action === 'confirm' && <DecisionButtons decision={row.decision} onDecide={onDecide} />}
      <SideBySide row={row} />
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t('panelNote')}>
          {notes.map((note) => (
            <li key={`${note.code}-${note.row}-${note.column}`}>
              <NoteText note={note} tone={row.problems.includes(note) ? 'trouble' : 'doubt'} />
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
