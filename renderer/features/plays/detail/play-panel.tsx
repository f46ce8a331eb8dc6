import { Button } from '@mantine/core';
import { recipeByKey } from '@shared/domain/plays/play-recipe';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { readPlay } from '../plays.queries';
import { readResult, usePlayFigures } from '../use-play-figures';
import { usePlayWords } from '../use-play-words';
import { PlayActions } from './play-actions';
import { PlayHead } from './play-head';
import { PlayMoney } from './play-money';
import classes from './play-panel.module.css';
import { PlayResultCard } from './play-result';
import { PlayScripts } from './play-scripts';
import { PlaySteps } from './play-steps';

/** One play: what came of it, what to do, what to say, and its people at hand. */
export function PlayPanel({ playId, base }: { playId: string; base: string }) {
  const { t } = usePlayWords();
  const play = useLive(() => readPlay(playId), [playId]);
  const figures = usePlayFigures(play ? [play.id] : undefined);
  if (play === undefined) return null;
  const back = (
    <Button
      component={Link}
      href={base}
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<IconArrowLeft size={14} />}
      w="fit-content"
    >
      {t('back')}
    </Button>
  );
  if (play === null) return <EmptyState title={t('notFound')} text="" action={back} />;
  const own = figures?.[play.id];
  const read = own && readResult(play, own);
  const recipe = recipeByKey(play.recipe ?? '');
  return (
    <div className={classes.panel} data-testid="play-panel">
      {back}
      <PlayHead play={play} base={base} {...(read && own ? { read, gone: own.gone } : {})} />
      {read && own && (
        <div className={classes.pair}>
          <PlayResultCard play={play} read={read} />
          <PlayMoney read={read} recipe={recipe} />
        </div>
      )}
      <PlayActions play={play} />
      <div className={classes.pair}>
        <PlayScripts play={play} recipe={recipe} />
        {recipe && <PlaySteps recipe={recipe} />}
      </div>
    </div>
  );
}
