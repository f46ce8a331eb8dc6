import { useMessages } from '@/app/i18n/messages';
import { SidePanel } from '@/ui/side-panel';
import type { PlanRow } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import { importWords } from './import-words.messages';
import classes from './plan-step.module.css';
import { NoteText } from './row-details';
import { useChangeText } from './use-change-text';

/** One record of the plan in full, beside the table. */
export function PlanRowPanel({ row, onClose }: { row: PlanRow; onClose: () => void }) {
  const t = useMessages(importMessages);
  const words = useMessages(importWords);
  const changeText = useChangeText();
  const title = row.title || words(`action.${row.action}`);
  return (
    <SidePanel
      testId="import-row-panel"
      label={title}
      closeLabel={t('close')}
      title={title}
      onClose={onClose}
    >
      <p className={classes.quiet}>{t('panelRows', { rows: row.rows.join(t('listSeparator')) })}</p>
      <ul className={classes.panelList}>
        {row.problems.map((note) => (
          <li key={`${note.code}-${note.row}-${note.column}`}>
            <NoteText note={note} tone="trouble" />
          </li>
        ))}
        {row.reason && (
          <li className={classes.doubt}>
            {words(`code.${row.reason}`)} {row.candidate && t('candidate', { name: row.candidate })}
          </li>
        )}
        {row.changes.map((change) => {
          const { field, before, after } = changeText(change);
          return (
            <li key={change.field}>
              <div className={classes.field}>{field}</div>
              <span className={classes.before}>{before}</span>
              <span className={classes.after}>{after}</span>
            </li>
          );
        })}
        {row.newTags.length > 0 && <li>{t('tagsAdded', { tags: row.newTags.join(' ') })}</li>}
        {row.warnings.map((note) => (
          <li key={`${note.code}-${note.row}-${note.column}`}>
            <NoteText note={note} tone="doubt" />
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
