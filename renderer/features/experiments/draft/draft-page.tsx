import { Button, Modal, Text } from '@mantine/core';
import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { dataWorker, execute } from '@/db/client';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { CellsCard } from '../cells-card';
import { type Draft, draftGaps, draftOf, emptyDraft, storable } from '../experiment-draft';
import { saveExperiment, startExperiment } from '../experiments.commands';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { LearnCard } from '../learn-card';
import { freshSeed, say } from '../words';
import { draftMessages } from './draft.messages';
import { GroupsField } from './groups-field';
import { JudgeFields } from './judge-fields';
import { PlannerCard } from './planner-card';
import { chosenGroups, insideRule, lotGroups, useGroupChoices, usePeopleOf } from './use-choice';
import { useKnownCorrelation, usePlan } from './use-plan';
import { WhatFields } from './what-fields';
import { WhenFields } from './when-fields';

/** The plan of an experiment while it can still change, with what it can show beside it. */
export function DraftPage({ experiment }: { experiment?: Experiment }) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const [, go] = useLocation();
  const today = useToday();
  const groups = useGroupChoices();
  const [draft, setDraft] = useState<Draft>(() =>
    experiment ? draftOf(experiment) : emptyDraft(),
  );
  const [seed] = useState(() => experiment?.seed ?? freshSeed());
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const chosen = draft.groupIds ?? [];
  const people = usePeopleOf(chosen);
  const { plan, oneByOne } = usePlan(draft, groups ?? [], people?.people ?? 0);
  const known = useKnownCorrelation();
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const gaps = draftGaps(draft);

  const store = async () => {
    const stored = storable(draft, words('newName'));
    const id = experiment?.id;
    const saved = await execute(saveExperiment, { ...(id && { id }), seed, draft: stored });
    return { id: saved.id, name: stored.name };
  };
  const save = () =>
    say(async () => {
      const { id, name } = await store();
      if (!experiment) go(`/calendar/experiments/${id}`, { replace: true });
      return t('saved', { name });
    });
  const start = async () => {
    setIsBusy(true);
    const isDone = await say(async () => {
      const { id } = await store();
      const taking = chosenGroups(groups ?? [], chosen, draft.groupSizes);
      const memberIds =
        draft.unit === 'person' ? await dataWorker().people.ids(insideRule(chosen)) : undefined;
      await execute(startExperiment, {
        id,
        groups: lotGroups(taking),
        ...(memberIds && { memberIds }),
      });
      go(`/calendar/experiments/${id}`, { replace: true });
      return t('started', { n: draft.arms.length });
    });
    setIsBusy(false);
    if (!isDone) setIsAsking(false);
  };

  return (
    <Page
      testId="page-calendar-experiments"
      ready={groups !== undefined}
      title={experiment?.name ?? t('titleNew')}
      subtitle={gaps[0] ? t(`gap.${gaps[0]}`) : t('subtitle')}
      actions={
        <>
          <Button component={Link} href="/calendar/experiments" variant="subtle">
            {words('back')}
          </Button>
          <Button variant="default" data-testid="experiment-save" onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button
            data-testid="experiment-start"
            disabled={gaps.length > 0}
            onClick={() => setIsAsking(true)}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={t('what')}>
            <div className={classes.stack}>
              <WhatFields draft={draft} change={change} />
            </div>
          </Card>
          <Card title={t('who')}>
            <div className={classes.stack}>
              <GroupsField
                unit={draft.unit}
                chosen={chosen}
                groups={groups ?? []}
                counted={draft.groupSizes ?? {}}
                onUnit={(unit) => change({ unit })}
                onCount={(groupSizes) => change({ groupSizes })}
                onChange={(groupIds) => change({ groupIds })}
              />
              <WhenFields
                day={draft.dayPlanned}
                slot={draft.slotPlanned}
                today={today}
                onChange={({ day, slot }) => change({ dayPlanned: day, slotPlanned: slot })}
              />
            </div>
          </Card>
          <Card title={t('judge')}>
            <div className={classes.stack}>
              <JudgeFields draft={draft} change={change} known={known} />
            </div>
          </Card>
        </div>
        <div className={classes.aside}>
          <PlannerCard draft={draft} plan={plan} oneByOne={oneByOne} change={change} />
          <CellsCard people={plan.people} />
          <LearnCard />
        </div>
      </div>
      {isAsking && (
        <Modal opened onClose={() => setIsAsking(false)} title={t('start')} size={460}>
          <Text size="sm">{t('startAsk', { n: draft.arms.length })}</Text>
          <div className={classes.row} style={{ justifyContent: 'flex-end', marginTop: 16 }}>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t('cancel')}
            </Button>
            <Button
              data-autofocus
              loading={isBusy}
              data-testid="experiment-start-go"
              onClick={() => void start()}
            >
              {t('start')}
            </Button>
          </div>
        </Modal>
      )}
    </Page>
  );
}
