import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { CHARACTER_CASES } from '@shared/domain/content-results/case-references';
import {
  episodesOf,
  type ProductSales,
  topicParticipation,
} from '@shared/domain/content-results/character.rules';
import type { Character } from '@shared/domain/content-results/character.schema';
import type { Entry } from '@shared/domain/content-results/measures.rules';
import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Why } from '@/ui/why';
import { contentResultsMessages } from '../content-results.messages';
import { useMeasureWords } from '../use-measure-words';
import { charactersMessages } from './characters.messages';
import classes from './characters.module.css';

type ScorecardProps = {
  character: Character;
  entries: readonly Entry[];
  weekItems: readonly ContentItem[];
  sales: ProductSales | undefined;
};

/** Episodes kept, people in its topics, and what its goods sell, beside what the case tells. */
export function Scorecard({ character, entries, weekItems, sales }: ScorecardProps) {
  const t = useMessages(charactersMessages);
  const base = useMessages(contentResultsMessages);
  const format = useFormat();
  const say = useMeasureWords();
  const ownFen = sales ? sales.lineFen + sales.estimatedFen : 0;
  const episodes = episodesOf(character, weekItems);
  const reading = topicParticipation(character.id, entries);
  return (
    <div className={classes.score} data-testid="character-score">
      <div>
        <h3>{t('episodes')}</h3>
        <b>
          {episodes.sent} / {episodes.promised}
        </b>
        <p className={classes.quiet}>{t('episodesOf', episodes)}</p>
      </div>
      <div>
        <h3>
          {t('participation')} <Why word={base('why')}>{t('participationWhy')}</Why>
        </h3>
        {reading ? (
          <>
            <b>{say.reading('participation', reading)}</b>
            <p className={classes.quiet}>
              {[say.interval('participation', reading), say.nItems('participation', reading)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        ) : (
          <p className={classes.quiet}>{t('participationNone')}</p>
        )}
        <p className={classes.case}>
          {t('caseOf', { percent: Math.round(CHARACTER_CASES.participation * 100) })}
        </p>
      </div>
      <div>
        <h3>
          {t('sales')} <Why word={base('why')}>{t('salesWhy')}</Why>
        </h3>
        {character.productWords.length === 0 ? (
          <p className={classes.quiet}>{t('salesNoWords')}</p>
        ) : sales === undefined ? (
          <p className={classes.quiet}>{t('counting')}</p>
        ) : sales.orders === 0 ? (
          <p className={classes.quiet}>{t('salesNone')}</p>
        ) : (
          <>
            <b>
              {sales.orders < SMALL_SAMPLE_SIZE || sales.amountFen <= 0
                ? format.money(ownFen)
                : format.percent(ownFen / sales.amountFen, sales.orders)}
            </b>
            <p className={classes.quiet}>
              {t('salesOf', {
                money: format.moneySummary(ownFen),
                all: format.moneySummary(sales.amountFen),
                n: format.count(sales.ownOrders),
                orders: format.count(sales.orders),
              })}
            </p>
            {sales.untold > 0 && (
              <p className={classes.quiet}>{t('salesUntold', { n: format.count(sales.untold) })}</p>
            )}
          </>
        )}
        <p className={classes.case}>
          {t('caseOf', { percent: Math.round(CHARACTER_CASES.salesShare * 100) })}
        </p>
      </div>
    </div>
  );
}
