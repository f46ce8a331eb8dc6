import { Button } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { RunTarget, SopRun } from '@shared/domain/sop/sop.schema';
import { ruleOfTarget, setChange } from '@shared/domain/step-tools/target-rule.rules';
import { IconRefresh, IconUsers } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { showPeople, useNamedThings } from '@/features/segments';
import classes from '../flow-tools.module.css';
import { fixTarget } from './fix-target';
import { segmentMessages } from './segment.messages';
import { useTargetWords } from './use-target-words';

type ChosenTargetProps = {
  run: SopRun;
  target: RunTarget;
  canChoose: boolean;
  isChoosing: boolean;
  onAgain: () => void;
};

/** Who was fixed and when, and whether others would be meant now. */
export function ChosenTarget(props: ChosenTargetProps) {
  const { run, target, canChoose, isChoosing, onAgain } = props;
  const t = useMessages(segmentMessages);
  const format = useFormat();
  const what = useTargetWords()(target);
  const { targetSnapshotId: snapshotId } = run;
  const { snapshots, segments } = useNamedThings();
  const kept = snapshots.find((snapshot) => snapshot.id === snapshotId);
  if (kept === undefined || snapshotId === undefined) {
    const isLoading = snapshotId !== undefined && snapshots.length + segments.length === 0;
    if (isLoading) return null;
    return (
      <div className={classes.line}>
        <span className={classes.quiet}>{t('chosenLoose', { what })}</span>
        {canChoose && (
          <>
            <Button
              size="compact-xs"
              variant="light"
              data-testid="target-fix"
              onClick={() => fixTarget({ runId: run.id, target, what }).catch(showProblem)}
            >
              {t('fixNow')}
            </Button>
            <Button size="compact-xs" variant="subtle" aria-expanded={isChoosing} onClick={onAgain}>
              {t('chooseAgain')}
            </Button>
          </>
        )}
      </div>
    );
  }
  const rule: Rule = { kind: 'snapshot', snapshotId };
  return (
    <>
      <div className={classes.line}>
        <span data-testid="target-chosen" data-count={kept.count}>
          {t('chosen', { what, count: kept.count, n: format.count(kept.count) })}
        </span>
        <span className={classes.quiet}>{t('fixedAt', { at: format.dateTime(kept.at) })}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconUsers size={14} />}
          onClick={() => showPeople({ title: what, rule })}
        >
          {t('openList')}
        </Button>
        {canChoose && (
          <Button size="compact-xs" variant="subtle" aria-expanded={isChoosing} onClick={onAgain}>
            {t('chooseAgain')}
          </Button>
        )}
      </div>
      {target.by !== 'snapshot' && (
        <Drift run={run} target={target} kept={rule} what={what} canRefresh={canChoose} />
      )}
    </>
  );
}

type DriftProps = {
  run: SopRun;
  target: RunTarget;
  kept: Rule;
  what: string;
  canRefresh: boolean;
};

function Drift({ run, target, kept, what, canRefresh }: DriftProps) {
  const t = useMessages(segmentMessages);
  const format = useFormat();
  const rules = [kept, ruleOfTarget(target)];
  const table = useAnswer(JSON.stringify(rules), () => dataWorker().people.overlaps(rules));
  if (!table) return null;
  const { came, went } = setChange(table);
  if (came + went === 0) return null;
  const refresh = async () => {
    try {
      await fixTarget({ runId: run.id, target, what });
      showDone(t('refreshed'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const figures = { came: format.count(came), went: format.count(went) };
  return (
    <div className={classes.line} data-testid="target-drift" data-came={came} data-went={went}>
      <span className={classes.doubt}>
        {t('changedSince', { n: format.count(came + went), count: came + went, ...figures })}
      </span>
      {canRefresh && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconRefresh size={14} />}
          data-testid="target-refresh"
          onClick={() => void refresh()}
        >
          {t('refresh')}
        </Button>
      )}
    </div>
  );
}
