import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import type { RosterView } from '@/workers/rosters/roster-types';
import { Questions, Strangers } from './asked-names';
import { listBoxMessages } from './list-box.messages';
import classes from './list-box.module.css';
import { PlanPeople } from './plan-people';
import { isAskedTwice, isStopped, Sentences } from './sentences';
import type { ListDraft } from './use-list-draft';

const MOST_NAMES = 5000;

/** What the list says of the group, to be confirmed in one step. */
export function PlanView({ draft, view }: { draft: ListDraft; view: RosterView }) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const { plan, inside } = view;
  const top = useRef<HTMLDivElement>(null);
  // The answer to a long paste lies below what is in sight.
  useEffect(() => top.current?.scrollIntoView({ block: 'start' }), []);
  if (plan.total === 0) {
    return (
      <p
        className={classes.sentence}
        role="alert"
        data-testid="list-plan-view"
        aria-busy={draft.isBusy}
      >
        {t('nothing')}
      </p>
    );
  }
  return (
    <Card>
      <div ref={top} className={classes.plan} data-testid="list-plan-view" aria-busy={draft.isBusy}>
        <Counts view={view} />
        <p className={classes.quiet}>
          {t('total', { count: format.count(plan.total), inside: format.count(inside) })}
        </p>
        <Sentences view={view} />
        <Questions draft={draft} view={view} />
        <Strangers draft={draft} view={view} />
        <PlanPeople view={view} />
        <CommitBar draft={draft} view={view} />
      </div>
    </Card>
  );
}

function Counts({ view: { plan } }: { view: RosterView }) {
  const t = useMessages(listBoxMessages);
  const counts = [
    ['joined', plan.joined.length + plan.fresh.length, 'good'],
    ['left', plan.left.length, 'gone'],
    ['stayed', plan.stayed.length, 'plain'],
    ['ambiguous', plan.undecided.length, 'doubt'],
    ['unknown', plan.unknown.length, 'doubt'],
    ['violators', plan.violators.length, 'doubt'],
  ] as const;
  return (
    <dl className={classes.counts}>
      {counts.map(([key, count, tone]) => (
        <div key={key} data-tone={count > 0 ? tone : 'plain'}>
          <dt>{t(key)}</dt>
          <dd data-testid={`list-count-${key}`}>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function CommitBar({ draft, view }: { draft: ListDraft; view: RosterView }) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const [note, setNote] = useState('');
  const [isSure, setSure] = useState(false);
  const { plan } = view;
  const isAsked = isAskedTwice(view);
  const isTooLong = plan.total > MOST_NAMES;
  const isBlocked = isStopped(view) || isTooLong || (isAsked && !isSure);
  return (
    <footer className={classes.foot}>
      {isTooLong && (
        <p className={classes.sentence}>{t('tooMany', { count: format.count(plan.total) })}</p>
      )}
      {plan.undecided.length > 0 && (
        <span className={classes.quiet}>
          {t('openLeft', { count: format.count(plan.undecided.length) })}
        </span>
      )}
      {isAsked && !isStopped(view) && (
        <Checkbox
          data-testid="list-sure"
          label={t('sure', { left: format.count(plan.left.length) })}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
      <TextInput
        className={classes.noteField ?? ''}
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        data-testid="list-commit"
        disabled={isBlocked}
        loading={draft.isBusy}
        onClick={() => void draft.commit(note)}
      >
        {t(plan.isUnchanged ? 'commitFirst' : 'commit')}
      </Button>
    </footer>
  );
}
