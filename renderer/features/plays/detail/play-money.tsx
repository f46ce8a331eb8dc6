import type { PlayResult } from '@shared/domain/plays/play.rules';
import type { PlayRecipe } from '@shared/domain/plays/play-recipe';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';

type PlayMoneyProps = { money: PlayResult['money']; recipe: PlayRecipe | undefined };

/** What it cost, what it brought, and against what that is measured. */
export function PlayMoney({ money, recipe }: PlayMoneyProps) {
  const { t, format, language } = usePlayWords();
  return (
    <Card title={t('money')} actions={<Why word={t('why')}>{t('moneyWhy')}</Why>}>
      <div data-testid="play-money" data-basis={money.basis}>
        <p className={classes.quiet}>{t(`basis.${money.basis}`)}</p>
        <dl className={classes.figures}>
          <dt>{t(`net.${money.basis}`)}</dt>
          <dd>{format.money(money.netFen)}</dd>
          {money.profitFen !== undefined && (
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
          {money.netPerCost !== undefined && (
            <>
              <dt>{t('perCost')}</dt>
              <dd>{t('perCostValue', { x: money.netPerCost.toFixed(1) })}</dd>
            </>
          )}
          {money.roi !== undefined && (
            <>
              <dt>{t('roi')}</dt>
              <dd>{format.percent(money.roi)}</dd>
            </>
          )}
        </dl>
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
