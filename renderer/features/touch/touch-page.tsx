import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconMessageHeart } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { PlanDialog } from './plan/plan-dialog';
import { ResultsView } from './results/results-view';
import { changeTouchPlan } from './touch.commands';
import { touchMessages } from './touch.messages';
import classes from './touch.module.css';
import { TouchList } from './touch-list';
import { useTouchOverview, useTouchPlans } from './use-touch';

/** Who is to be written to today after a first order, and what writing brought. */
export function TouchPage() {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const plans = useTouchPlans();
  const overview = useTouchOverview();
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState('list');
  const [dialog, setDialog] = useState<'new' | 'edit'>();
  const plan = plans?.find(({ id }) => id === chosen) ?? plans?.[0];
  const counts = overview?.plans.find(({ planId }) => planId === plan?.id);
  const sum = (of: 'due' | 'overdue' | 'missed') =>
    (counts?.stages ?? []).reduce((total, stage) => total + stage[of], 0);
  const isNothing = sum('due') + sum('overdue') + sum('missed') === 0;
  const isOpen = plan !== undefined && plan.closedAt === undefined;
  const end = async (planId: string) => {
    try {
      await execute(changeTouchPlan, { planId, isClosed: true });
      showDone(t('planEnded'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Page
      testId="page-sop"
      title={t('title')}
      subtitle={
        isOpen && counts
          ? isNothing
            ? t('stateNone')
            : t('state', {
                due: format.count(sum('due')),
                overdue: format.count(sum('overdue')),
                missed: format.count(sum('missed')),
              })
          : ' '
      }
      actions={
        <>
          {isOpen && (
            <>
              <Button variant="subtle" onClick={() => void end(plan.id)}>
                {t('endPlan')}
              </Button>
              <Button
                variant="default"
                data-testid="touch-edit-plan"
                onClick={() => setDialog('edit')}
              >
                {t('editPlan')}
              </Button>
            </>
          )}
          {plan && (
            <Button
              variant={isOpen ? 'default' : 'filled'}
              data-testid="touch-new-plan"
              onClick={() => setDialog('new')}
            >
              {t('newPlan')}
            </Button>
          )}
        </>
      }
      ready={plans !== undefined && overview !== undefined}
      fill={plan !== undefined && view === 'list'}
    >
      {plans && !plan && (
        <EmptyState
          icon={IconMessageHeart}
          title={t('noPlanTitle')}
          text={t('noPlanText')}
          action={
            <Button data-testid="touch-new-plan" onClick={() => setDialog('new')}>
              {t('newPlan')}
            </Button>
          }
        />
      )}
      {plans && plan && overview && (
        <div className={classes.page}>
          <div className={classes.bar}>
            {plans.length > 1 && (
              <Select
                size="xs"
                aria-label={t('plan')}
                allowDeselect={false}
                data={plans.map((it) => ({
                  value: it.id,
                  label: it.name + (it.closedAt === undefined ? '' : t('closed')),
                }))}
                value={plan.id}
                onChange={(id) => setChosen(id ?? undefined)}
              />
            )}
            <SegmentedControl
              size="xs"
              aria-label={t('view.label')}
              data-testid="touch-view"
              data={[
                { value: 'list', label: t('view.list') },
                { value: 'results', label: t('view.results') },
              ]}
              value={isOpen ? view : 'results'}
              onChange={setView}
            />
          </div>
          {isOpen && counts && view === 'list' ? (
            <TouchList key={plan.id} plan={plan} counts={counts} overview={overview} />
          ) : (
            <ResultsView key={plan.id} plan={plan} />
          )}
        </div>
      )}
      {dialog && (
        <PlanDialog
          {...(dialog === 'edit' && plan ? { plan } : {})}
          today={overview?.today ?? ''}
          onClose={() => setDialog(undefined)}
          onMade={setChosen}
        />
      )}
    </Page>
  );
}
