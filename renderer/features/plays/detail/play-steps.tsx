import type { PlayRecipe } from '@shared/domain/plays/play-recipe';
import { Card } from '@/ui/card';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';

/** What to do on which day. */
export function PlaySteps({ recipe }: { recipe: PlayRecipe }) {
  const { t, language } = usePlayWords();
  return (
    <Card title={t('doing')}>
      <ol className={classes.steps}>
        {recipe.steps.map((step) => (
          <li key={step.title.en}>
            <span className={classes.quiet}>{t('day', { n: step.day + 1 })}</span>
            <span>
              <b>{step.title[language]}</b>
              {step.text[language]}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
