import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import type { PlanNote, PlanRow } from '@/workers/import/import-types';
import { importMessages } from '../import.messages';
import { importWords } from '../import-words.messages';
import { coveredSample } from '../sample-text';
import { planMessages } from './plan.messages';
import { RiskChip } from './risk-hint';
import classes from './row-details.module.css';
import { useChangeText } from './use-change-text';

/** The gist of a record in one line: old and new values, or the reason. */
export function RowDetails({ row }: { row: PlanRow }) {
  const t = useMessages(planMessages);
  const words = useMessages(importWords);
  const changeText = useChangeText();
  const facts = useFacts(row);
  return (
    <span className={classes.details}>
      <RiskChip row={row} />
      {row.decision && (
        <span className={classes.decision} data-decision={row.decision}>
          {t(`choice.${row.decision}`)}
        </span>
      )}
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
          <span key={`${change.field}-${change.after}`}>
            <span className={classes.quiet}>{field}</span>
            {before !== undefined && <s className={classes.before}>{before}</s>}
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

/** What a second look at a record shows: who, which number, how much, when. */
export function useFacts(row: PlanRow): string[] {
  const format = useFormat();
  const facts = [
    row.person,
    row.phone && (row.phone.startsWith('+') ? format.phone(row.phone) : row.phone),
    row.amountFen !== undefined && format.money(row.amountFen),
    row.orderedAt !== undefined && format.dateTime(row.orderedAt),
  ];
  return facts.filter((fact) => typeof fact === 'string' && fact !== '') as string[];
}

/** A reason with the cell it speaks of: "手机号：1380013 少了位数". */
export function NoteText({ note, tone }: { note: PlanNote; tone: 'trouble' | 'doubt' }) {
  const t = useMessages(planMessages);
  const common = useMessages(importMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const isMasked = useSettings().privacyMask === true;
  const shown = isMasked ? coveredSample(null, note.text, format) : note.text;
  return (
    <span className={classes[tone]}>
      {words(`code.${note.code}`)}
      {note.column !== undefined && (
        <span className={classes.quiet}>
          {' '}
          {t('valueOf', { column: note.column, text: shown || common('empty') })}
        </span>
      )}
    </span>
  );
}
