import { Button } from '@mantine/core';
import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import { judge } from '@shared/domain/experiments/verdict.rules';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { duplicateExperiment } from '../experiments.commands';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import type { OpenExperiment } from '../experiments.queries';
import { reopenExperiment } from '../verdict.commands';
import { freshSeed, say } from '../words';
import { FiguresCard } from './figures-card';
import { KeepWinner } from './keep-winner';
import { Sentences } from './sentences';
import { useVerdictWords } from './use-verdict-words';

type VerdictViewProps = {
  open: OpenExperiment;
  verdict: NonNullable<Experiment['verdict']>;
};

/** What came of it, in words with their numbers, and what to do next. */
export function VerdictView({ open: { experiment, units }, verdict }: VerdictViewProps) {
  const { t, format } = useVerdictWords(experiment);
  const words = useMessages(experimentsMessages);
  const [, go] = useLocation();
  const judgement = useMemo(
    () => (verdict.kind === 'stoppedEarly' ? undefined : judge(experiment, units, verdict.at)),
    [experiment, units, verdict],
  );
  const { kind, armKey, by } = verdict;
  const at = format.dateTime(verdict.at);
  const winner = experiment.arms.find(({ key }) => key === armKey);
  const comparison = judgement && 'comparison' in judgement ? judgement.comparison : undefined;
  const again = () =>
    say(async () => {
      const name = [...words('copyName', { name: experiment.name })].slice(0, 100).join('');
      const made = await execute(duplicateExperiment, {
        id: experiment.id,
        name,
        seed: freshSeed(),
      });
      go(`/calendar/experiments/${made.id}`);
      return words('duplicated', { name });
    });
  const reopen = () =>
    say(async () => {
      await execute(reopenExperiment, { id: experiment.id });
      return t('reopened');
    });
  return (
    <>
      <section
        className={classes.verdict}
        data-testid="experiment-verdict"
        data-kind={kind}
        data-arm={armKey ?? ''}
      >
        <div className={classes.stack}>
          <div className={classes.between}>
            <p className={classes.strong}>
              {kind === 'winner'
                ? t('winner', { arm: armKey ?? '', label: winner?.label ?? '' })
                : t(kind)}
            </p>
            <span className={classes.quiet}>
              {by === undefined ? t('decidedAt', { at }) : t('decidedBy', { at, by })}
            </span>
          </div>
          {kind === 'stoppedEarly' && (
            <p className={classes.say}>{t('stoppedText', { note: verdict.note ?? '' })}</p>
          )}
          {judgement && <Sentences experiment={experiment} judgement={judgement} />}
          <div className={classes.row}>
            {kind === 'winner' && winner && comparison && (
              <KeepWinner experiment={experiment} arm={winner} comparison={comparison} />
            )}
            {kind === 'invalid' && (
              <Button data-testid="experiment-reopen" onClick={() => void reopen()}>
                {t('reopen')}
              </Button>
            )}
            <Button variant="default" onClick={() => void again()}>
              {t('duplicate')}
            </Button>
          </div>
        </div>
      </section>
      {comparison && <FiguresCard experiment={experiment} comparison={comparison} />}
    </>
  );
}
