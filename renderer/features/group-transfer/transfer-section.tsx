import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { PageSkeleton } from '@/ui/page-skeleton';
import { StartPart } from './draft/start-part';
import { DissolvedPart } from './end/dissolved-part';
import { OtherPlans } from './plan/other-plans';
import { planMessages } from './plan/plan.messages';
import { PlanPart } from './plan/plan-part';
import { type PlanView, planLines } from './plan/plan-view';
import classes from './transfer.module.css';
import type { TransferRecord } from './transfer.queries';
import { type EntryWorld, useEntryWorld, usePlanPeople, useTransfer } from './use-transfer';
import { FIRST_WEEKS } from './words/use-invitation';

/** The last pages of a group's life: who comes along where, and its end. */
export function TransferSection({ groupId }: { groupId: string }) {
  const record = useTransfer(groupId);
  const world = useEntryWorld();
  const view = usePlanView(groupId, record ?? undefined, world);
  const isReady =
    record === null || (record !== undefined && world !== undefined && (!record.plan || !!view));
  return (
    <div
      className={classes.section}
      data-testid="group-section-transfer"
      data-ready={isReady}
      aria-busy={!isReady}
    >
      {!isReady && <PageSkeleton />}
      {isReady && record && world && (
        <>
          {record.group.phase === 'dissolved' ? (
            <DissolvedPart record={record} view={view} />
          ) : view ? (
            <PlanPart view={view} />
          ) : (
            <StartPart record={record} world={world} />
          )}
          <OtherPlans groupId={groupId} />
        </>
      )}
    </div>
  );
}

function usePlanView(
  groupId: string,
  record: TransferRecord | undefined,
  world: EntryWorld | undefined,
): PlanView | undefined {
  const t = useMessages(planMessages);
  const { plan, items = [], group } = record ?? {};
  const people = usePlanPeople(groupId, plan?.weeks ?? FIRST_WEEKS, items);
  const erased = t('erased');
  return useMemo(
    () =>
      plan && group && world && people
        ? { group, plan, world, lines: planLines(items, people, erased) }
        : undefined,
    [plan, group, world, people, items, erased],
  );
}
