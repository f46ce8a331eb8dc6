import { useMessages } from '@/app/i18n/messages';
import type { PlanRow } from '@/workers/import/import-types';
import { importMessages } from '../import.messages';
import { planMessages } from './plan.messages';
import classes from './plan-row-panel.module.css';
import { useChangeText } from './use-change-text';

/** What is stored beside what the sheet says, for the fields that differ. */
export function SideBySide({ row }: { row: PlanRow }) {
  const t = useMessages(planMessages);
  const common = useMessages(importMessages);
  const changeText = useChangeText();
  if (row.changes.length + row.newTags.length === 0) return null;
  // What is new differs from nothing.
  const isNew = row.action === 'create';
  return (
    <>
      <table className={classes.sides}>
        <thead>
          <tr>
            <th scope="col">{t('panelField')}</th>
            {!isNew && <th scope="col">{row.candidate ?? t('panelStored')}</th>}
            <th scope="col">{t('panelSheet')}</th>
          </tr>
        </thead>
        <tbody>
          {row.changes.map((change) => {
            const { field, before, after } = changeText(change);
            return (
              <tr key={`${change.field}-${change.after}`}>
                <th scope="row">{field}</th>
                {!isNew && <td>{before === undefined ? common('empty') : <s>{before}</s>}</td>}
                <td className={classes.after}>{after}</td>
              </tr>
            );
          })}
          {row.newTags.length > 0 && (
            <tr>
              <td colSpan={3} className={classes.after}>
                {t('tagsAdded', { tags: row.newTags.join(' ') })}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {!isNew && <p className={classes.where}>{t('panelSame')}</p>}
    </>
  );
}
