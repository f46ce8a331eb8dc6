import { Button } from '@mantine/core';
import { qualityOf } from '@shared/domain/experiments/quality.rules';
import { armsInPlay } from '@shared/domain/experiments/verdict.rules';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useNow } from '@/app/use-today';
import { execute } from '@/db/client';
import { Page } from '@/ui/page';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import type { OpenExperiment } from '../experiments.queries';
import { LearnCard } from '../learn-card';
import { StateChip } from '../state-chip';
import { VerdictView } from '../verdict/verdict-view';
import { decideExperiment } from '../verdict.commands';
import { say } from '../words';
import { LotCard } from './lot-card';
import { ProgressCard } from './progress-card';
import { QualityCard } from './quality-card';
import { ReadingsCard } from './readings-card';
import { RoundCard } from './round-card';
import { runMessages } from './run.messages';
import { StopDialog } from './stop-dialog';
import { useGroupsOf } from './use-groups-of';

/** An experiment from its lot to its verdict. */
export function RunPage({ open }: { open: OpenExperiment }) {
  const { experiment, units, items, results } = open;
  const t = useMessages(runMessages);
  const words = useMessages(experimentsMessages);
  const format = useFormat();
  const nowMs = useNow();
  const [isStopping, setIsStopping] = useState(false);
  const round = experiment.round ?? 1;
  const drawn = useMemo(() => units.filter((unit) => unit.round === round), [units, round]);
  const groupIds = useMemo(() => drawn.map(({ groupId }) => groupId), [drawn]);
  const groups = useGroupsOf(groupIds);
  const { state, endsAt = 0, factor, verdict } = experiment;
  const isRunning = state === 'running';
  const isOver = nowMs >= endsAt;
  const armKeys = armsInPlay(experiment);
  const hasRounds = experiment.design === 'halving' && armKeys.length > 2;
  const checks = groups ? qualityOf(experiment, units, items, groups.gone, nowMs) : [];
  const end = format.dateTime(endsAt);
  const decide = () =>
    say(async () => {
      await execute(decideExperiment, { id: experiment.id });
      return t('decided');
    });
  return (
    <Page
      testId="page-calendar-experiments"
      ready={groups !== undefined}
      title={
        <span className={classes.row}>
          {experiment.name}
          <StateChip experiment={experiment} nowMs={nowMs} />
        </span>
      }
      subtitle={
        isRunning
          ? t('subtitleRunning', { factor: words(`factor.${factor}`), round, end })
          : t('subtitleOver', {
              factor: words(`factor.${factor}`),
              unit: words(`unit.${experiment.unit}`),
              n: experiment.arms.length,
            })
      }
      actions={
        <>
          <Button component={Link} href="/calendar/experiments" variant="subtle">
            {words('back')}
          </Button>
          {isRunning && (
            <Button
              variant="default"
              data-testid="experiment-stop"
              onClick={() => setIsStopping(true)}
            >
              {t('stop')}
            </Button>
          )}
          {isRunning && !hasRounds && (
            <Button
              data-testid="experiment-decide"
              disabled={!isOver}
              title={isOver ? undefined : t('decideTooEarly', { end })}
              onClick={() => void decide()}
            >
              {isOver ? t('decide') : t('decideTooEarly', { end })}
            </Button>
          )}
        </>
      }
    >
      {groups && (
        <div className={classes.stack}>
          {experiment.hypothesis !== '' && (
            <p className={classes.quiet}>{t('hypothesis', { text: experiment.hypothesis })}</p>
          )}
          {verdict && <VerdictView open={open} verdict={verdict} />}
          {isRunning && isOver && hasRounds && <RoundCard experiment={experiment} units={units} />}
          <div className={classes.columns}>
            <div className={classes.stack}>
              <ReadingsCard
                experiment={experiment}
                units={drawn}
                results={results}
                nameOf={groups.nameOf}
              />
              <LotCard
                experiment={experiment}
                units={drawn}
                armKeys={armKeys}
                nameOf={groups.nameOf}
              />
            </div>
            <div className={classes.aside}>
              {isRunning && <ProgressCard experiment={experiment} units={units} nowMs={nowMs} />}
              <QualityCard experimentId={experiment.id} checks={checks} canChange={isRunning} />
              <LearnCard />
            </div>
          </div>
        </div>
      )}
      {isStopping && <StopDialog id={experiment.id} onClose={() => setIsStopping(false)} />}
    </Page>
  );
}
