import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { RescueDialog } from '@/features/rescue';
import { showPeople, takeSnapshot } from '@/features/segments';
import { Card } from '@/ui/card';
import type {
  FunnelAnswer,
  PeopleQuestion,
  StepPeople as Who,
} from '@/workers/funnel/funnel-types';
import detailClasses from '../detail/detail.module.css';
import type { FunnelRun } from '../funnel.queries';
import { peopleMessages } from './people.messages';
import classes from './people.module.css';
import { PeopleRows } from './people-rows';
import { usePeople } from './use-people';

const WHO = ['notNext', 'onTheWay', 'dropped', 'reached'] as const;

type StepPeopleProps = { open: FunnelRun; answer: FunnelAnswer };

/** Who stopped at a step and since when; one click makes a rescue task of them. */
export function StepPeople({ open, answer }: StepPeopleProps) {
  const t = useMessages(peopleMessages);
  const say = useBilingual();
  const known = answer.steps.filter(({ hasPeople }) => hasPeople);
  const [chosen, setChosen] = useState<number>();
  const [who, setWho] = useState<Who>('notNext');
  const step = known.find(({ position }) => position === chosen) ?? mostStopped(answer) ?? known[0];
  if (!step) {
    return (
      <Card title={t('whoTitle')}>
        <p className={detailClasses.quiet}>{t('noPeople')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('whoTitle')}>
      <div className={classes.controls}>
        <Select
          size="xs"
          w={220}
          aria-label={t('step')}
          allowDeselect={false}
          value={String(step.position)}
          data={known.map(({ position, title }) => ({
            value: String(position),
            label: t('stepName', { position, title: say(title) }),
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('who')}
          value={who}
          data={WHO.map((value) => ({ value, label: t(`who.${value}`) }))}
          onChange={(value) => setWho(WHO.find((it) => it === value) ?? who)}
        />
      </div>
      <People
        open={open}
        question={{
          funnel: { scope: { of: 'runs', runIds: [open.run.id] } },
          position: step.position,
          people: who,
        }}
      />
    </Card>
  );
}

/** The step after which most people are missing at the next one whose people are known. */
function mostStopped({ steps }: FunnelAnswer) {
  const known = steps.filter(({ hasPeople, bar }) => hasPeople && bar.count !== undefined);
  const lost = known.slice(0, -1).map((step, index) => ({
    step,
    lost: (step.bar.count ?? 0) - (known[index + 1]?.bar.count ?? 0),
  }));
  return lost.sort((a, b) => b.lost - a.lost)[0]?.step;
}

function People({ open, question }: { open: FunnelRun; question: PeopleQuestion }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const { people, more, isAsking, pageSize } = usePeople(question);
  const [rescued, setRescued] = useState<{ memberIds: string[]; position: number }>();
  if (!people) return null;
  const { total, members, onTheWay, dropped, next } = people;
  const name = t('listName', {
    run: open.run.title,
    position: question.position,
    who: t(`who.${question.people}`),
  }).slice(0, 100);
  const openMembers = async () => {
    try {
      const memberIds = await dataWorker().funnel.memberIds(question);
      const { snapshotId } = await execute(takeSnapshot, { name, memberIds });
      showPeople({ title: name, rule: { kind: 'snapshot', snapshotId } });
      showDone(t('snapshotSaved', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const rescue = (position: number) =>
    dataWorker()
      .funnel.memberIds(question)
      .then((memberIds) => setRescued({ memberIds, position }), showProblem);
  const missed = open.steps.find(({ position }) => position === rescued?.position);
  return (
    <>
      <div className={classes.controls}>
        <p className={classes.sum} data-testid="funnel-people-total" data-total={total}>
          {t('total', { total: format.count(total), members: format.count(members) })}
          {question.people === 'notNext' &&
            dropped > 0 &&
            t('totalWay', { onTheWay: format.count(onTheWay), dropped: format.count(dropped) })}
        </p>
        <Button
          size="xs"
          variant="default"
          disabled={members === 0}
          onClick={() => void openMembers()}
        >
          {t('openMembers')}
        </Button>
        {next !== undefined && question.people !== 'reached' && (
          <Button
            size="xs"
            data-testid="funnel-rescue"
            disabled={members === 0}
            title={members === 0 ? t('rescueNoMembers') : undefined}
            onClick={() => void rescue(next)}
          >
            {t('rescue')}
          </Button>
        )}
      </div>
      <PeopleRows people={people} />
      {people.more && (
        <Button size="compact-sm" variant="subtle" loading={isAsking} onClick={() => void more()}>
          {t('more', { n: format.count(Math.min(pageSize, total - people.rows.length)) })}
        </Button>
      )}
      {rescued && missed && (
        <RescueDialog
          runId={open.run.id}
          position={rescued.position}
          definition={missed.definition}
          memberIds={rescued.memberIds}
          onClose={() => setRescued(undefined)}
        />
      )}
    </>
  );
}
