import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import { importWords } from './import-words.messages';
import classes from './recognised-step.module.css';

/** What the file looks like, with the evidence. */
export function SourceLine({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(importMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const { source } = opened;
  const mapped = choices.mapping.filter((field) => field !== null).length;
  return (
    <div className={classes.source}>
      <b>
        {source ? t('recognised', { source: words(`source.${source.id}`) }) : t('unrecognised')}
      </b>
      {source && <span>{t('recognisedEvidence', { matched: source.matched, of: source.of })}</span>}
      <span>
        {t('facts', {
          header: opened.headerRow,
          rows: format.count(opened.dataRowCount),
          mapped,
          columns: opened.titles.length,
        })}
      </span>
      {opened.encoding && opened.encoding !== 'utf-8' && (
        <span>{t('encoding', { encoding: opened.encoding.toUpperCase() })}</span>
      )}
    </div>
  );
}
