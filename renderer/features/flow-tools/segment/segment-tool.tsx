import type { RunTarget, SopRun } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import classes from '../flow-tools.module.css';
import { rosterFacets } from '../roster.queries';
import type { StepToolProps } from '../step-tool-props';
import { ChosenTarget } from './chosen-target';
import { segmentMessages } from './segment.messages';
import { TargetForm } from './target-form';

/** Step 1: who is meant, chosen from the roster and fixed, so that later steps mean the same. */
export function SegmentTool({ run, step }: StepToolProps) {
  const t = useMessages(segmentMessages);
  const facets = useLive(rosterFacets, []);
  const [isChoosing, setChoosing] = useState(false);
  if (!facets) return null;
  const isOpen = step.state === 'todo' || step.state === 'doing';
  const canChoose = isOpen && run.status === 'running';
  const target = targetOf(run);
  const isForm = canChoose && (isChoosing || !target);
  return (
    <section className={classes.tool} data-testid="tool-segment">
      <h3 className={classes.heading}>{t('segmentTitle')}</h3>
      {facets.total === 0 && !target && (
        <p className={classes.quiet}>
          {t('emptyRoster')} <Link href="/import">{t('goImport')}</Link>
        </p>
      )}
      {target && (
        <ChosenTarget
          run={run}
          target={target}
          canChoose={canChoose}
          isChoosing={isForm}
          onAgain={() => setChoosing(!isChoosing)}
        />
      )}
      {isForm && facets.total > 0 && (
        <TargetForm run={run} facets={facets} onTaken={() => setChoosing(false)} />
      )}
    </section>
  );
}

/** A run may have been started for a fixed list of people without a word on where it came from. */
function targetOf({ target, targetSnapshotId }: SopRun): RunTarget | undefined {
  if (target || targetSnapshotId === undefined) return target;
  return { by: 'snapshot', value: targetSnapshotId };
}
