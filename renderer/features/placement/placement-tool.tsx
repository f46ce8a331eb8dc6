import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { useGroups } from '@/features/groups/index';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import { auditedMembers } from './placement.queries';
import { PlacementForm } from './placement-form';
import { type PlacementOutcome, PlacementRefusals } from './placement-refusals';
import { usePlacedByRun } from './use-placed';

type PlacementToolProps = { run: SopRun; step: SopStep };

/** Step 7: approved people into the group of their class, with every refusal explained. */
export function PlacementTool({ run, step }: PlacementToolProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const groups = useGroups();
  const audited = useLive(() => auditedMembers(run.id), [run.id]);
  const placed = usePlacedByRun(run.id);
  const [outcome, setOutcome] = useState<PlacementOutcome>();
  if (!groups || !audited || !placed) return null;
  const placedIds = new Set(placed.map((row) => row.memberId));
  const approved = audited.filter(({ audit }) => audit.status === 'approved');
  const waiting = approved.map((row) => row.member).filter((member) => !placedIds.has(member.id));
  const isOpen = (step.state === 'todo' || step.state === 'doing') && run.status === 'running';
  const headline = () => {
    if (waiting.length > 0) return t('placementWaiting', { count: format.count(waiting.length) });
    return placedIds.size > 0 ? t('placementAllIn') : t('placementNone');
  };
  return (
    <section className={classes.tool}>
      <h3 className={classes.heading}>{t('placementTitle')}</h3>
      <p className={classes.quiet} data-testid="placement-state">
        {headline()}
        {placedIds.size > 0 && ` · ${t('placed', { count: format.count(placedIds.size) })}`}
      </p>
      {isOpen && waiting.length > 0 && (
        <PlacementForm
          run={run}
          waiting={waiting}
          groups={groups.filter(({ group }) => group.phase !== 'dissolved')}
          onOutcome={setOutcome}
        />
      )}
      {outcome && outcome.refused.length > 0 && <PlacementRefusals outcome={outcome} />}
    </section>
  );
}
