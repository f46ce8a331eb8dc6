import { Button } from '@mantine/core';
import type { Comparison } from '@shared/domain/experiments/comparison.rules';
import type { Experiment, ExperimentArm } from '@shared/domain/experiments/experiment.schema';
import type { LibraryEntry } from '@shared/domain/library/library-entry.schema';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { addLibraryEntry } from '@/features/assets';
import { say, signedPoints } from '../words';
import { useVerdictWords } from './use-verdict-words';

const KIND_OF: Record<Experiment['factor'], LibraryEntry['kind']> = {
  title: 'title',
  cover: 'cover',
  callToAction: 'callToAction',
  text: 'text',
  form: 'text',
  other: 'text',
};

type KeepWinnerProps = { experiment: Experiment; arm: ExperimentArm; comparison: Comparison };

const readKept = async (experimentId: string) =>
  (await readDb.rows('libraryEntries').all()).some((it) => it.experimentId === experimentId);

/** Puts the winner into the library with what it won by. */
export function KeepWinner({ experiment, arm, comparison }: KeepWinnerProps) {
  const { t, format } = useVerdictWords(experiment);
  const isKept = useLive(() => readKept(experiment.id), [experiment.id]);
  const seen = comparison.figures
    .filter(({ metric }) => metric === 'conversion')
    .reduce((sum, { people }) => sum + people, 0);
  const evidenceOf = (): string => {
    const base = {
      name: experiment.name,
      n: format.count(seen),
      day: format.date(experiment.verdict?.at ?? 0),
    };
    const find = (armKey: string) =>
      comparison.figures.find((it) => it.armKey === armKey && it.metric === 'conversion');
    const [first, own] = [find(comparison.first), find(arm.key)];
    const test = comparison.tests.find(
      ({ armKey, metric }) => armKey === arm.key && metric === 'conversion',
    );
    if (!first || !own || !test) return t('evidenceShort', base);
    return t('evidence', {
      ...base,
      from: format.percent(first.mean, first.people),
      to: format.percent(own.mean, own.people),
      low: signedPoints(test.low),
      high: signedPoints(test.high),
    });
  };
  const isText = experiment.factor === 'text' || experiment.factor === 'callToAction';
  const keep = () =>
    say(async () => {
      await execute(addLibraryEntry, {
        kind: KIND_OF[experiment.factor],
        text: (isText ? arm.text : arm.label)?.trim() ?? '',
        ...(arm.assetId !== undefined && { assetId: arm.assetId }),
        ...(experiment.columnId !== undefined && { columnId: experiment.columnId }),
        experimentId: experiment.id,
        evidence: [...evidenceOf()].slice(0, 500).join(''),
      });
      return t('kept');
    });
  return (
    <Button data-testid="experiment-keep" disabled={isKept !== false} onClick={() => void keep()}>
      {isKept ? t('kept') : t('keep')}
    </Button>
  );
}
