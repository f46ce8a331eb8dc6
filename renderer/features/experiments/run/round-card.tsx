import { Button } from '@mantine/core';
import type { Slot } from '@shared/domain/calendar/slots';
import type { Experiment, ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { standingOf } from '@shared/domain/experiments/standing.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { dataWorker, execute } from '@/db/client';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { chosenGroups, insideRule, lotGroups, useGroupChoices } from '../draft/use-choice';
import { WhenFields } from '../draft/when-fields';
import { startNextRound } from '../experiments.commands';
import classes from '../experiments.module.css';
import { decimal, say } from '../words';
import { runMessages } from './run.messages';

type RoundCardProps = { experiment: Experiment; units: readonly ExperimentUnit[] };

/** After a round of halving: who stays, and the next lot. */
export function RoundCard({ experiment, units }: RoundCardProps) {
  const t = useMessages(runMessages);
  const format = useFormat();
  const today = useToday();
  const groups = useGroupChoices();
  const [when, setWhen] = useState<{ day: string | undefined; slot: Slot | undefined }>({
    day: undefined,
    slot: experiment.slotPlanned,
  });
  const [isBusy, setIsBusy] = useState(false);
  const standing = standingOf(experiment, units);
  const start = async () => {
    const { day, slot } = when;
    if (day === undefined || slot === undefined) return;
    setIsBusy(true);
    await say(async () => {
      const { groupIds = [], groupSizes } = experiment;
      const chosen = chosenGroups(groups ?? [], groupIds, groupSizes);
      const memberIds =
        experiment.unit === 'person'
          ? await dataWorker().people.ids(insideRule(chosen.map(({ id }) => id)))
          : undefined;
      await execute(startNextRound, {
        id: experiment.id,
        dayPlanned: day,
        slotPlanned: slot,
        groups: lotGroups(chosen),
        ...(memberIds && { memberIds }),
      });
      return t('nextStarted', { n: (experiment.round ?? 1) + 1 });
    });
    setIsBusy(false);
  };
  return (
    <Card title={t('rounds')}>
      <div className={classes.stack} data-testid="experiment-round">
        <p className={classes.quiet}>{t('roundsLead')}</p>
        {standing.some(({ score }) => score === undefined) && (
          <p className={classes.notice} role="note">
            {t('nextMissing')}
          </p>
        )}
        <DataTable
          label={t('rounds')}
          columns={[
            { key: 'arm', label: t('col.arm') },
            { key: 'score', label: t('col.score'), isNumber: true },
            { key: 'seen', label: t('col.seen'), isNumber: true },
            { key: 'next', label: t('col.next') },
          ]}
          rows={standing.map(({ armKey, score, people, stays }) => ({
            key: armKey,
            isQuiet: !stays,
            cells: [
              `${armKey} ${experiment.arms.find(({ key }) => key === armKey)?.label ?? ''}`,
              score === undefined ? '—' : decimal(score, 2),
              format.count(people),
              t(stays ? 'stays' : 'leaves'),
            ],
          }))}
        />
        <WhenFields day={when.day} slot={when.slot} today={today} onChange={setWhen} />
        <div className={classes.row}>
          <Button
            data-testid="experiment-next-round"
            loading={isBusy}
            disabled={when.day === undefined || when.slot === undefined || !groups}
            onClick={() => void start()}
          >
            {t('nextRound')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
