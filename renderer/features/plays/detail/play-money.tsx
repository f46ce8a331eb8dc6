import type { PlayRecipe } from '@shared/domain/plays/play-recipe';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { ReadPlay } from '../use-play-figures';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';

type PlayMoneyProps = { read: ReadPlay; recipe: PlayRecipe | undefined };

/** What it cost, what it brought, and against what that is measured. */
export function PlayMoney({ read, recipe }: PlayMoneyProps) {
  const { isTooEarly } = read;
  const { money, verdict } = read.result;
  const hasReturn = !isTooEarly && verdict !== 'tooFew';
  const { t, format, language } = usePlayWords();
  return (
    <Card title={t('money')} actions={<Why word={t('why')}>{t('moneyWhy')}</Why>}>
      <div data-testid="play-money" data-basis={money.basis}>
        <p className={classes.quiet}>{t(isTooEarly ? 'tooEarlyMoney' : `basis.${money.basis}`)}</p>
        <dl className={classes.figures}>
          {!isTooEarly && (
            <>
              <dt>{t(`net.${money.basis}`)}</dt>
              <dd>{format.money(money.netFen)}</dd>
            </>
          )}
          {!isTooEarly && money.profitFen !== undefined && (
            <>
              <dt>{t('profit')}</dt>
              <dd>{format.money(money.profitFen)}</dd>
            </>
          )}
          {money.costFen !== undefined && (
            <>
              <dt>{t('costShown')}</dt>
              <dd>{format.money(money.costFen)}</dd>
            </>
          )}
          {hasReturn && money.netPerCost !== undefined && (
            <>
              <dt>{t('perCost')}</dt>
              <dd>
                {money.netPerCost < 0
                  ? t('perCostNone')
                  : t('perCostValue', { x: money.netPerCost.toFixed(1) })}
              </dd>
            </>
          )}
          {hasReturn && money.roi !== undefined && (
            <>
              <dt>{t('roi')}</dt>
              <dd>{format.percent(money.roi)}</dd>
            </>
          )}
        </dl>
        {!isTooEarly && !hasReturn && <p className={classes.quiet}>{t('tooFewMoney')}</p>}
        {money.costFen === undefined && <p className={classes.quiet}>{t('noCost')}</p>}
        {money.profitFen === undefined && <p className={classes.quiet}>{t('noMargin')}</p>}
        {recipe && (
          <span className={classes.case}>
            {t('caseIs', { text: recipe.caseFigure.text[language] })}
          </span>
        )}
      </div>
    </Card>
  );
}
