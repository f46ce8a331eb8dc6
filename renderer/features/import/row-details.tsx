import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanNote, PlanRow } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import { importWords } from './import-words.messages';
import classes from './plan-step.module.css';
import { useChangeText } from './use-change-text';

/** The gist of a record in one line: old and new values, or the reason. */
export function RowDetails({ row }: { row: PlanRow }) {
  const t = useMessages(importMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const changeText = useChangeText();
  const facts = [
    row.person,
    row.phone && (row.phone.startsWith('+') ? format.phone(row.phone) : row.phone),
    row.amountFen !== undefined && format.money(row.amountFen),
    row.orderedAt !== undefined && format.dateTime(row.orderedAt),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <span className={classes.details}>
      {row.problems.map((note) => (
        <NoteText key={`${note.code}-${note.row}-${note.column}`} note={note} tone="trouble" />
      ))}
      {row.reason && <span className={classes.doubt}>{words(`code.${row.reason}`)}</span>}
      {row.candidate && <span>{t('candidate', { name: row.candidate })}</span>}
      {row.action !== 'rejected' && facts.length > 0 && (
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      )}
      {row.changes.map((change) => {
        const { field, before, after } = changeText(change);
        return (
          <span key={change.field}>
            <span className={classes.field}>{field}</span>
            <span className={classes.before}>{before}</span>
            <span className={classes.after}>{after}</span>
          </span>
        );
      })}
      {row.newTags.length > 0 && (
        <span className={classes.after}>{t('tagsAdded', { tags: row.newTags.join(' ') })}</span>
      )}
      {row.warnings.map((note) => (
        <NoteText key={`${note.code}-${note.row}-${note.column}`} note={note} tone="doubt" />
      ))}
    </span>
  );
}

/** A reason with the cell it speaks of: "手机号：1380013 少了位数". */
export function NoteText({ note, tone }: { note: PlanNote; tone: 'trouble' | 'doubt' }) {
  const t = useMessages(importMessages);
  const words = useMessages(importWords);
  return (
    <span className={classes[tone]}>
      {words(`code.${note.code}`)}
      {note.column !== undefined && (
        <span className={classes.quiet}>
          {' '}
          {t('valueOf', { column: note.column, text: note.text || t('empty') })}
        </span>
      )}
    </span>
  );
}
