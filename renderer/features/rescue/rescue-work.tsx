import { SegmentedControl } from '@mantine/core';
import { peopleOfTask } from '@shared/domain/sop/rescue.rules';
import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker, execute } from '@/db/client';
import { PersonCard } from './person-card';
import { PersonList } from './person-list';
import { markRescued } from './rescue.commands';
import { rescueMessages } from './rescue.messages';
import classes from './rescue.module.css';
import { RescueOutcome } from './rescue-outcome';
import { useKeys } from './use-keys';

const FILTERS = ['left', 'seen', 'all'] as const;
type Filter = (typeof FILTERS)[number];

/** The list, one person to write to, and what came of it. */
export function RescueWork({ task, run }: { task: RescueTask; run?: SopRun }) {
  const t = useMessages(rescueMessages);
  const [filter, setFilter] = useState<Filter>('left');
  const [chosen, setChosen] = useState<string>();
  const everybody = peopleOfTask(task);
  const ids = everybody.map(({ memberId }) => memberId);
  const names = useAnswer(task.members, () => dataWorker().lists.memberNames(ids));
  const shown = everybody.flatMap((person, index) => {
    const isShown =
      filter === 'all' || person.isDone === (filter === 'seen') || person.memberId === chosen;
    return isShown ? [{ ...person, name: names?.[index] }] : [];
  });
  const current = shown.find(({ memberId }) => memberId === chosen) ?? shown[0];
  const at = current ? shown.indexOf(current) : -1;
  const go = (by: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next) setChosen(next.memberId);
  };
  const mark = (isDone: boolean) => {
    if (!current) return;
    const { memberId } = current;
    // The next one to do comes by itself, so that Enter after Enter works the list off.
    const next = shown[at + 1] ?? shown[at - 1];
    execute(markRescued, { taskId: task.id, memberId, isDone }).then(() => {
      if (isDone) setChosen(next?.memberId);
    }, showProblem);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    Enter: () => !current?.isDone && mark(true),
  });
  return (
    <div className={classes.columns}>
      <section className={classes.list} aria-label={t('people')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('people')}
          value={filter}
          data={FILTERS.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => {
            setFilter(FILTERS.find((it) => it === value) ?? filter);
            setChosen(undefined);
          }}
        />
        <PersonList people={shown} current={current?.memberId} onChoose={setChosen} />
      </section>
      <PersonCard
        key={current?.memberId}
        person={current}
        isAllDone={everybody.every(({ isDone }) => isDone)}
        script={task.script}
        values={run?.variables}
        onMark={mark}
        onNext={() => go(1)}
      />
      <RescueOutcome task={task} />
    </div>
  );
}
