import { Button } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { placeByPlan } from '@/features/groups/index';
import { Why } from '@/ui/why';
import { ClassPart } from './class-part';
import { HandDialog } from './hand-dialog';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import { RefusedPeople, type RefusedPerson } from './refused-people';
import { useGroupKey } from './use-group-key';
import type { PlanView } from './use-plan';

type PlacementPlanProps = {
  runId: string;
  view: PlanView;
  /** Who was in the plan and could not enter any more when it was carried out. */
  onRefused: (refused: readonly RefusedPerson[]) => void;
};

/** What the rules propose, class by class; one button does exactly that. */
export function PlacementPlanPart({ runId, view, onRefused }: PlacementPlanProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const { plan, people, groups, book, approved } = view;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isByHand, setByHand] = useState(false);
  const selected = people.filter(({ member }) => chosen.has(member.id));
  useGroupKey(selected.length > 0 && !isByHand, () => setByHand(true));
  const newlyWaiting = plan.waiting.filter(({ memberId }) => !approved.get(memberId)?.isListed);
  const withNames = (refused: readonly RefusedPerson['refused'][]): RefusedPerson[] =>
    refused.flatMap((row) => {
      const person = approved.get(row.memberId)?.member;
      return person ? [{ refused: row, person }] : [];
    });
  const carryOut = async () => {
    onRefused([]);
    try {
      const done = await execute(placeByPlan, {
        items: plan.placed.map(({ memberId, groupId }) => ({ memberId, groupId, runId })),
        waiting: plan.waiting.map((row) => ({ ...row, runId })),
        language: currentLanguage() === 'en' ? 'en' : 'zh',
      });
      onRefused(withNames(done.refused));
      const words = {
        count: format.count(done.placed.length),
        waiting: format.count(done.waiting),
      };
      if (done.placed.length > 0 && done.waiting > 0) {
        showDone(t('doneBoth', words), { undo: true });
      } else if (done.placed.length > 0) showDone(t('donePlaced', words), { undo: true });
      else if (done.waiting > 0) showDone(t('doneWaiting', words), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const toggle = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isIn ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <>
      {book.classes.map((it) => (
        <ClassPart key={it.id} ownClass={it} view={view} chosen={chosen} onToggle={toggle} />
      ))}
      {plan.refused.length > 0 && (
        <RefusedPeople
          title={t('refusedTitle', { count: format.count(plan.refused.length) })}
          refused={withNames(plan.refused)}
          groups={groups}
          chosen={chosen}
          onToggle={toggle}
        />
      )}
      <div className={classes.line}>
        <Button
          data-testid="placement-place"
          disabled={plan.placed.length === 0 && newlyWaiting.length === 0}
          onClick={() => void carryOut()}
        >
          {plan.placed.length > 0 || newlyWaiting.length === 0
            ? t('place', { count: format.count(plan.placed.length) })
            : t('waitOnly', { count: format.count(newlyWaiting.length) })}
        </Button>
        <Button
          variant="default"
          data-testid="placement-by-hand"
          disabled={selected.length === 0}
          onClick={() => setByHand(true)}
        >
          {selected.length > 0
            ? t('byHandCount', { count: format.count(selected.length) })
            : t('byHand')}
        </Button>
        <Why word={t('why')}>{t('whyText', { scan: format.count(book.rules.scanLimit) })}</Why>
      </div>
      <HandDialog
        key={String(isByHand)}
        runId={runId}
        view={view}
        people={selected}
        isOpen={isByHand}
        onClose={() => setByHand(false)}
        onDone={(refused) => {
          setByHand(false);
          setChosen(new Set());
          onRefused(withNames(refused));
        }}
      />
    </>
  );
}
