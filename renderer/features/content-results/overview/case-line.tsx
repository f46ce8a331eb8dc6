import type { CaseReference } from '@shared/domain/content-results/case-references';
import type { Measure } from '@shared/domain/content-results/measures.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useMeasureWords } from '../use-measure-words';
import { overviewMessages } from './overview.messages';
import classes from './overview.module.css';

type CaseLineProps = { cases: readonly CaseReference[]; measure: Measure };

/** What the published cases tell of a measure, dashed and apart from own figures. */
export function CaseLine({ cases, measure }: CaseLineProps) {
  const t = useMessages(overviewMessages);
  const words = useMessages(wordsMessages);
  const say = useMeasureWords();
  const own = cases.filter((it) => it.measure === measure);
  if (own.length === 0) return null;
  const list = own.map((it) => {
    const params = { slot: words(`slot.${it.slot}`), measure: say.name(measure) };
    return it.kind === 'level'
      ? t('caseLevel', { ...params, value: say.value(measure, it.value) })
      : t('caseLift', { ...params, value: `${Math.round(it.value * 100)}%` });
  });
  return (
    <p className={classes.case} data-testid="results-case">
      {t('caseNote', { list: list.join(' · ') })}
    </p>
  );
}
