import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { DraftForm } from '../draft/draft-form';
import { DissolveCard } from '../end/dissolve-card';
import classes from '../transfer.module.css';
import { planMessages } from './plan.messages';
import { PlanHead } from './plan-head';
import { PlanPeople, type Shown } from './plan-people';
import type { PlanView } from './plan-view';
import { WordsDialog } from './words-dialog';

/** A plan under way: its people, then what is left before the end. */
export function PlanPart({ view }: { view: PlanView }) {
  const t = useMessages(planMessages);
  const [shown, setShown] = useState<Shown>('all');
  const [isAdding, setAdding] = useState(false);
  const [isEditing, setEditing] = useState(false);
  if (isAdding) {
    return (
      <DraftForm
        group={view.group}
        world={view.world}
        plan={view.plan}
        known={new Set(view.lines.map(({ item }) => item.memberId))}
        reasons={[]}
        onClose={() => setAdding(false)}
      />
    );
  }
  return (
    <>
      <Card title={t('title')}>
        <div className={classes.stack}>
          <PlanHead view={view} onAdd={() => setAdding(true)} onEdit={() => setEditing(true)} />
          <PlanPeople view={view} shown={shown} onShown={setShown} />
        </div>
      </Card>
      <DissolveCard view={view} onShow={setShown} />
      {isEditing && <WordsDialog view={view} onClose={() => setEditing(false)} />}
    </>
  );
}
