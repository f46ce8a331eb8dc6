import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Invitations } from './invitations';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import { PlacementPlanPart } from './placement-plan';
import { RefusedPeople, type RefusedPerson } from './refused-people';
import { usePlan } from './use-plan';

type PlacementToolProps = { run: SopRun; step: SopStep };

/** Step 7: approved people into the groups of their class, with every refusal explained. */
export function PlacementTool({ run, step }: PlacementToolProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const view = usePlan(run.id);
  const [changed, setChanged] = useState<readonly RefusedPerson[]>([]);
  if (!view) return null;
  const { people, placed } = view;
  const placedCount = new Set(placed.map((row) => row.memberId)).size;
  const isOpen = (step.state === 'todo' || step.state === 'doing') && run.status === 'running';
  const headline = () => {
    if (people.length > 0) return t('placementWaiting', { count: format.count(people.length) });
    return placedCount > 0 ? t('placementAllIn') : t('placementNone');
  };
  return (
    <section className={classes.tool}>
      <h3 className={classes.heading}>{t('placementTitle')}</h3>
      <p className={classes.quiet} data-testid="placement-state">
        {headline()}
        {placedCount > 0 && ` · ${t('placed', { count: format.count(placedCount) })}`}
      </p>
      {isOpen && people.length > 0 && (
        <PlacementPlanPart runId={run.id} view={view} onRefused={setChanged} />
      )}
      {changed.length > 0 && (
        <RefusedPeople title={t('changedTitle')} refused={changed} groups={view.groups} />
      )}
      {placed.length > 0 && <Invitations view={view} />}
    </section>
  );
}
