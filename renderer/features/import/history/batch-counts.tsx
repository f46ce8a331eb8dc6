import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './batch-panel.module.css';
import { historyMessages } from './history.messages';

const LINES = [
  ['create', 'columnCreate'],
  ['update', 'columnUpdate'],
  ['unchanged', 'columnUnchanged'],
  ['confirm', 'countConfirm'],
  ['rejected', 'columnRejected'],
  ['rows', 'countRows'],
  ['newMembers', 'countNewMembers'],
] as const;

/** What became of the records of a file. */
export function BatchCounts({ batch: { counts } }: { batch: ImportBatch }) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  return (
    <section className={classes.part}>
      <h3>{t('panelCounts')}</h3>
      <dl className={classes.counts}>
        {LINES.filter(([name]) => counts[name] > 0).map(([name, label]) => (
          <div key={name}>
            <dt>{t(label)}</dt>
            <dd>{format.count(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
