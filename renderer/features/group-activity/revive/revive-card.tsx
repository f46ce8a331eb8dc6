import { Button } from '@mantine/core';
import { reviveResult } from '@shared/domain/group-life/revive-result.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { weekStart } from '@shared/lib/time';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useZone } from '@/app/use-today';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import classes from '../activity.module.css';
import type { ActivityWeek } from '../use-activity';
import { reviveMessages } from './revive.messages';
import { type ReviveRun, readReviveRuns, readReviveTemplate } from './revive.queries';
import { StartRevive } from './start-revive';

type ReviveCardProps = { group: Group; weeks: readonly ActivityWeek[] };

/** Plans to wake the group: a new one, and what came of those before. */
export function ReviveCard({ group, weeks }: ReviveCardProps) {
  const t = useMessages(reviveMessages);
  const zone = useZone();
  const runs = useLive(() => readReviveRuns(group.id, zone), [group.id, zone]);
  const template = useLive(readReviveTemplate, []);
  const [isStarting, setStarting] = useState(false);
  const isDissolved = group.phase === 'dissolved';
  const isUnderWay = runs?.some(({ run }) => run.status === 'running') === true;
  return (
    <Card
      title={t('title')}
      actions={
        <Button
          size="xs"
          variant={isUnderWay ? 'default' : 'filled'}
          data-testid="revive-start"
          disabled={isDissolved || !template}
          onClick={() => setStarting(true)}
        >
          {t('start')}
        </Button>
      }
    >
      <p className={classes.quiet}>
        {isDissolved ? t('dissolved') : template === null ? t('noTemplate') : t('lead')}
      </p>
      {runs?.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      <ul className={classes.runs}>
        {runs?.map((it) => (
          <RunLine key={it.run.id} revive={it} weeks={weeks} />
        ))}
      </ul>
      {isStarting && template && (
        <StartRevive group={group} template={template} onClose={() => setStarting(false)} />
      )}
    </Card>
  );
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`;

function RunLine({ revive, weeks }: { revive: ReviveRun; weeks: readonly ActivityWeek[] }) {
  const t = useMessages(reviveMessages);
  const format = useFormat();
  const { run, startDay, endDay } = revive;
  const scores = weeks.map(({ period, score }) => ({ monday: period.from, score }));
  const result = reviveResult(scores, weekStart(startDay));
  const { before, after, meanBefore, meanAfter, change } = result;
  const isSure = change !== undefined && (change.low > 0 || change.high < 0);
  return (
    <li data-testid="revive-run" data-run-id={run.id} data-status={run.status} data-end={endDay}>
      <Link href={`/sop/${run.id}`}>{run.title}</Link>{' '}
      <Chip tone={run.status === 'running' ? 'teal' : 'plain'}>{t(`status.${run.status}`)}</Chip>{' '}
      {t('run', { from: format.day(startDay), to: format.day(endDay) })}
      <div>
        {meanBefore === undefined
          ? t('beforeNone')
          : t('before', { weeks: before.length, score: meanBefore.toFixed(1) })}
        {' → '}
        {meanAfter === undefined
          ? t('afterNone')
          : t('after', { weeks: after.length, score: meanAfter.toFixed(1) })}{' '}
        <Why word={t('why')}>{t('whyResult')}</Why>
      </div>
      {meanAfter !== undefined && (
        <p className={classes.quiet}>
          {change
            ? `${t('change', {
                diff: signed(change.diff),
                low: signed(change.low),
                high: signed(change.high),
                before: before.length,
                after: after.length,
              })} · ${t(isSure ? 'changeSure' : 'changeUnsure')}`
            : t('noInterval')}
        </p>
      )}
    </li>
  );
}
