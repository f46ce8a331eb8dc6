import { Button } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { freeTitle } from '@/features/flow-runs/index';
import { runExit } from '../exit.commands';
import { exitMessages } from './exit.messages';
import classes from './exit-card.module.css';
import { type ShownExit, usePlannedExit } from './use-planned-exit';

/** What the flow says for its end: shown with who and how many before it happens, all at once. */
export function ExitCard({ run }: { run: SopRun }) {
  const t = useMessages(exitMessages);
  const format = useFormat();
  const plan = usePlannedExit(run);
  const [isPutOff, setPutOff] = useState(false);
  if (run.exitDoneAt !== undefined) {
    const when = format.dateTime(run.exitDoneAt);
    const name = run.exitDoneBy;
    return (
      <p className={classes.quiet}>
        {name ? t('doneOnBy', { when, name }) : t('doneOn', { when })}
      </p>
    );
  }
  if (!plan || plan.length === 0) return null;
  if (isPutOff) {
    return (
      <p className={classes.quiet}>
        {t('later')}
        <Button variant="transparent" size="compact-xs" onClick={() => setPutOff(false)}>
          {t('show')}
        </Button>
      </p>
    );
  }
  return <OpenExit run={run} plan={plan} onPutOff={() => setPutOff(true)} />;
}

type OpenExitProps = { run: SopRun; plan: readonly ShownExit[]; onPutOff: () => void };

function OpenExit({ run, plan, onPutOff }: OpenExitProps) {
  const t = useMessages(exitMessages);
  const say = useBilingual();
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const doIt = async () => {
    setBusy(true);
    try {
      const flowName = plan.find((it) => it.flowName)?.flowName;
      const day = format.day(dayOf(Date.now(), DEFAULT_TIME_ZONE));
      const newTitle = flowName && (await freeTitle(t('newTitle', { name: say(flowName), day })));
      const done = await execute(runExit, { runId: run.id, ...(newTitle ? { newTitle } : {}) });
      showDone(t('done'), { undo: true });
      if (done.startedRunId !== undefined) navigate(`/sop/${done.startedRunId}`);
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };
  const isPossible = plan.some(
    ({ planned }) => planned.kind === 'startFlow' || planned.people !== 'unknown',
  );
  return (
    <section className={classes.card} data-testid="sop-exit">
      <h3 className={classes.title}>{t('title')}</h3>
      <ul className={classes.list}>
        {plan.map((shown, index) => (
          <li key={index}>
            <ExitSentence shown={shown} />
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button
          size="xs"
          data-testid="sop-exit-do"
          disabled={isBusy || !isPossible}
          onClick={() => void doIt()}
        >
          {t('doIt')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onPutOff}>
          {t('notNow')}
        </Button>
      </div>
    </section>
  );
}

function ExitSentence({ shown: { planned, flowName } }: { shown: ShownExit }) {
  const t = useMessages(exitMessages);
  const say = useBilingual();
  const format = useFormat();
  if (planned.kind === 'startFlow') {
    return <>{t('startFlow', { name: flowName ? say(flowName) : planned.templateKey })}</>;
  }
  const name = planned.kind === 'tag' ? planned.tagName : planned.name;
  if (planned.people === 'unknown') {
    const what = t(planned.kind === 'tag' ? 'tagPlain' : 'snapshotPlain', { name });
    return <span className={classes.quiet}>{t('unknown', { what })}</span>;
  }
  const whom = t(`whom_${planned.whom}`);
  return <>{t(planned.kind, { whom, n: format.count(planned.people.length), name })}</>;
}
