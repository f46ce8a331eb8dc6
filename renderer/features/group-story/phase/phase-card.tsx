import { Button } from '@mantine/core';
import { declinedUntil, phaseClock } from '@shared/domain/group-life/phase.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { dayOf, daysBetween } from '@shared/lib/time';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useToday, useZone } from '@/app/use-today';
import { groupAddress, useLifeSettings } from '@/features/group-life';
import { Card } from '@/ui/card';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { PHASE_ID } from '../phase-id';
import { FullDialog } from './full-dialog';
import classes from './phase.module.css';
import { PhaseDialog } from './phase-dialog';
import { ProposalBox } from './proposal-box';
import { WeekScores } from './week-scores';

type PhaseCardProps = { group: Group; standing: Standing | undefined; runs: readonly GroupRun[] };

/** Where a group stands in its life, since when, and what the figures say of the next phase. */
export function PhaseCard({ group, standing, runs }: PhaseCardProps) {
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const zone = useZone();
  const [open, setOpen] = useState<'phase' | 'full'>();
  const { phase } = group;
  const isLiving = phase !== 'dissolved';
  const until = declinedUntil(group, zone);
  const today = useToday();
  const close = () => setOpen(undefined);
  const inside = standing?.members ?? 0;
  return (
    <Card
      title={t('phase')}
      actions={
        isLiving && (
          <Button
            variant="default"
            size="compact-sm"
            data-testid="phase-change"
            onClick={() => setOpen('phase')}
          >
            {t('setByHand')}
          </Button>
        )
      }
    >
      <div
        id={PHASE_ID}
        tabIndex={-1}
        data-testid="group-phase"
        data-phase={phase}
        className={classes.phase}
      >
        <strong className={classes.name}>{words(`groupPhase.${phase}`)}</strong>
        <Clock group={group} />
      </div>
      {phase === 'early' && group.fullAt === undefined && (
        <p className={classes.text}>
          {t('notFull', { inside: format.count(inside), capacity: format.count(group.capacity) })}{' '}
          <Button size="compact-sm" data-testid="phase-full" onClick={() => setOpen('full')}>
            {t('fullNow')}
          </Button>
        </p>
      )}
      {phase === 'early' && group.fullAt !== undefined && (
        <p className={classes.text}>
          <EarlyEnd group={group} />{' '}
          <Button
            variant="subtle"
            size="compact-xs"
            px={0}
            data-testid="phase-full"
            onClick={() => setOpen('full')}
          >
            {t('fullFix')}
          </Button>
        </p>
      )}
      {phase === 'late' && (
        <p className={classes.text}>
          <Link href={groupAddress(group.id, 'worth')} className={classes.link}>
            {t('lateHint')}
          </Link>
        </p>
      )}
      {standing?.proposal && (
        <ProposalBox
          key={standing.proposal.to}
          group={group}
          proposal={standing.proposal}
          runs={runs}
        />
      )}
      {group.phaseDeclined && until !== undefined && until >= today && (
        <p className={classes.quiet} data-testid="phase-declined">
          {t('declinedUntil', {
            phase: words(`groupPhase.${group.phaseDeclined.to}`),
            day: format.day(until),
          })}
        </p>
      )}
      {standing && isLiving && <WeekScores weeks={standing.weeks} />}
      {open === 'phase' && <PhaseDialog group={group} runs={runs} onClose={close} />}
      {open === 'full' && <FullDialog group={group} inside={inside} runs={runs} onClose={close} />}
    </Card>
  );
}

/** Since when the phase holds, or since when the group is full or open where nobody said. */
function Clock({ group }: { group: Group }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const zone = useZone();
  const today = useToday();
  const settings = useLifeSettings();
  if (!settings) return null;
  const { basis, from, days } = phaseClock(group, today, zone, settings.phase);
  const isOwn = group.phaseSince !== undefined && group.phase !== 'early';
  if (isOwn) {
    const since = dayOf(group.phaseSince ?? 0, zone);
    const day = format.day(since);
    return <span>{t('since', { day, days: daysBetween(since, today) + 1 })}</span>;
  }
  const key = basis === 'full' ? 'fullSince' : 'openedSince';
  return <span>{t(key, { day: format.day(from), days: days + 1 })}</span>;
}

function EarlyEnd({ group }: { group: Group }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const zone = useZone();
  const today = useToday();
  const settings = useLifeSettings();
  if (!settings) return null;
  const { earlyDays } = settings.phase;
  const { earlyUntil, days } = phaseClock(group, today, zone, settings.phase);
  if (earlyUntil === undefined) return null;
  const key = earlyUntil < today ? 'earlyOver' : 'earlyClock';
  return (
    <>
      <span className={classes.clock} aria-hidden>
        <span style={{ width: `${(100 * Math.min(earlyDays, days + 1)) / earlyDays}%` }} />
      </span>
      {t(key, { total: earlyDays, until: format.day(earlyUntil) })}
    </>
  );
}
