import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { importMessages } from '../import.messages';
import { importWords } from '../import-words.messages';
import { recogniseMessages } from './recognise.messages';
import classes from './source-line.module.css';

/** What the file looks like, how certain that is, and the evidence. */
export function SourceLine({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(recogniseMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const { source } = opened;
  const mapped = choices.mapping.filter((field) => field !== null).length;
  return (
    <div className={classes.source} data-testid="import-source" data-source={source?.id ?? ''}>
      <b>
        {source ? t('recognised', { source: words(`source.${source.id}`) }) : t('unrecognised')}
      </b>
      {source && (
        <>
          <Chip tone={source.confidence === 'certain' ? 'green' : 'yellow'}>
            {t(`confidence.${source.confidence}`)}
          </Chip>
          <span>{t('evidence', { matched: source.matched, of: source.of })}</span>
          <Evidence source={source} />
        </>
      )}
      <span>
        {t('facts', {
          header: format.count(opened.headerRow),
          rows: format.count(opened.dataRowCount),
          mapped,
          columns: opened.titles.length,
        })}
      </span>
    </div>
  );
}

function Evidence({ source }: { source: NonNullable<OpenedFile['source']> }) {
  const t = useMessages(recogniseMessages);
  const common = useMessages(importMessages);
  const { matched, of, missing, isSheetNamed, isFileNamed } = source;
  return (
    <Why word={t('whyLabel')}>
      <div className={classes.evidence}>
        <p>{t('whyColumns', { of, matched })}</p>
        {missing.length > 0 && (
          <p>{t('whyMissing', { columns: missing.join(common('listSeparator')) })}</p>
        )}
        {isSheetNamed && <p>{t('whySheet')}</p>}
        {isFileNamed && <p>{t('whyFile')}</p>}
        {!isSheetNamed && !isFileNamed && <p>{t('whyNothingElse')}</p>}
      </div>
    </Why>
  );
}
