import { Text } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { usePlayWords } from '../use-play-words';

const SMALLEST = 30;

/** How many would be reached and how many left alone. */
export function StartCount({ rule, share }: { rule: Rule; share: number | undefined }) {
  const { t, format } = usePlayWords();
  const [n, setN] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .people.count(rule)
      .then((count) => isCurrent && setN(count.n), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [rule]);
  if (n === undefined) return <Text size="sm">{t('countWaiting')}</Text>;
  if (n === 0) return <Text size="sm">{t('countNobody')}</Text>;
  if (share === undefined) return <Text size="sm">{t('countAll', { n: format.count(n) })}</Text>;
  const heldOut = Math.min(n - 1, Math.max(1, Math.round(n * share)));
  return (
    <Text size="sm" data-testid="play-count" data-n={n} data-held-out={heldOut}>
      {t('countParted', {
        n: format.count(n),
        played: format.count(n - heldOut),
        heldOut: format.count(heldOut),
      })}
      {heldOut < SMALLEST && ` ${t('thin')}`}
    </Text>
  );
}
