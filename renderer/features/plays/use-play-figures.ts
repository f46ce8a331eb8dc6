import { playDays, playResult } from '@shared/domain/plays/play.rules';
import type { Play } from '@shared/domain/plays/play.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { PlayFigures } from '@/workers/plays/play-desk';

/** What plays brought so far; counted again after every change. */
export function usePlayFigures(
  ids: readonly string[] | undefined,
): Record<string, PlayFigures> | undefined {
  const version = useDataVersion();
  const key = ids?.join(' ');
  const [figures, setFigures] = useState<Record<string, PlayFigures>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to count again
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    dataWorker()
      .plays.figures(key === '' ? [] : key.split(' '))
      .then((found) => isCurrent && setFigures(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return figures;
}

/** A play with its days and its result by these figures. */
export function readResult(play: Play, figures: PlayFigures) {
  const days = playDays(play, figures.today);
  const result = playResult(figures.played, figures.heldOut, play);
  const orders = result.played.orders + (result.heldOut?.orders ?? 0);
  return {
    days,
    result,
    /** Its first day is not over, or nobody ordered so far: a figure would say something of nothing. */
    isTooEarly: days.state !== 'over' && (days.daysIn <= 1 || orders === 0),
  };
}
export type ReadPlay = ReturnType<typeof readResult>;
