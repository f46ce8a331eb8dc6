import { Button } from '@mantine/core';
import type { Experiment, ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { balanceOf } from '@shared/domain/experiments/experiment-lot.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { showPeople } from '@/features/segments';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { decimal } from '../words';
import { runMessages } from './run.messages';
import { useStratumWords } from './use-stratum-words';

type LotCardProps = {
  experiment: Experiment;
  /** Of the round that is shown. */
  units: readonly ExperimentUnit[];
  armKeys: readonly string[];
  nameOf: (groupId: string | undefined) => string;
};

/** Who got what by the lot, in which stratum, and how even it came out. */
export function LotCard({ experiment, units, armKeys, nameOf }: LotCardProps) {
  const t = useMessages(runMessages);
  const words = useMessages(experimentsMessages);
  const format = useFormat();
  const stratumWords = useStratumWords();
  const balance = balanceOf(units, armKeys);
  const labelOf = (key: string) => experiment.arms.find((arm) => arm.key === key)?.label ?? '';
  const isByGroup = experiment.unit === 'group';
  const hasActivity = balance.some(({ activity }) => activity !== undefined);
  const show = (armKey: string, snapshotId: string) => {
    showPeople({
      title: t('listName', { name: experiment.name, arm: armKey }),
      rule: { kind: 'snapshot', snapshotId },
    });
  };
  return (
    <Card title={t('lot')} actions={<Why word={words('why')}>{t('lotWhy')}</Why>}>
      <div className={classes.stack} data-testid="experiment-lot">
        <p className={classes.quiet}>
          {isByGroup ? t('lotLead', { seed: experiment.seed }) : t('lotLeadPeople')}
        </p>
        <div className={classes.scroll}>
          <DataTable
            label={t('balance')}
            testId="experiment-balance"
            columns={[
              { key: 'arm', label: t('col.arm') },
              ...(isByGroup ? [{ key: 'groups', label: t('col.groups'), isNumber: true }] : []),
              { key: 'people', label: t('col.people'), isNumber: true },
              ...(hasActivity
                ? [{ key: 'activity', label: t('col.activity'), isNumber: true }]
                : []),
              { key: 'who', label: isByGroup ? t('col.who') : '' },
            ]}
            rows={balance.map(({ armKey, groups, people, activity }) => ({
              key: armKey,
              cells: [
                <span key="arm" title={labelOf(armKey)}>
                  <b>{armKey}</b> {labelOf(armKey)}
                </span>,
                ...(isByGroup ? [format.count(groups)] : []),
                format.count(people),
                ...(hasActivity ? [activity === undefined ? '—' : decimal(activity, 2)] : []),
                isByGroup ? (
                  <span key="who" className={classes.names}>
                    {units
                      .filter((unit) => unit.armKey === armKey)
                      .map(({ id, groupId, size, stratum }) => (
                        <span key={id}>
                          {`${nameOf(groupId)} ${format.count(size)}${stratumWords(stratum)}`}
                        </span>
                      ))}
                  </span>
                ) : (
                  units
                    .filter((unit) => unit.armKey === armKey)
                    .map(({ snapshotId }) =>
                      snapshotId === undefined ? null : (
                        <Button
                          key={snapshotId}
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => show(armKey, snapshotId)}
                        >
                          {t('showPeople')}
                        </Button>
                      ),
                    )
                ),
              ],
            }))}
          />
        </div>
      </div>
    </Card>
  );
}
