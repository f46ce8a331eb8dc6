import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { crowdedStages } from '@shared/domain/touch/plan-overlap.rules';
import type { TouchPlan, TouchStage } from '@shared/domain/touch/touch.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { SegmentPicker } from '@/features/segments';
import { readyStages } from '../ready-stages';
import { changeTouchPlan, createTouchPlan } from '../touch.commands';
import { touchMessages } from '../touch.messages';
import classes from '../touch.module.css';
import { StageFields } from './stage-fields';

const SHARES = [0, 5, 10, 20, 30, 50];
const QUIET = { from: '22:00', to: '08:00' };

type PlanDialogProps = {
  /** The plan to change; absent for a new one. */
  plan?: TouchPlan;
  today: string;
  onClose: () => void;
  onMade: (planId: string) => void;
};

const shareNow = (plan: TouchPlan | undefined) =>
  Math.round(100 * (plan?.laterHoldOuts?.at(-1)?.share ?? plan?.holdOut?.share ?? 0));

/** A plan's stages, texts, hours and lot. */
export function PlanDialog({ plan, today, onClose, onMade }: PlanDialogProps) {
  const t = useMessages(touchMessages);
  const [name, setName] = useState(plan?.name ?? t('plan.nameDefault'));
  const [startDay, setStartDay] = useState(plan?.startDay ?? today);
  const [segmentId, setSegmentId] = useState(plan?.segmentId);
  const [share, setShare] = useState(shareNow(plan));
  const [quiet, setQuiet] = useState(plan ? plan.quietHours : QUIET);
  const [stages, setStages] = useState<TouchStage[]>(plan?.stages ?? readyStages);
  const save = async () => {
    const holdOutShare = share / 100;
    try {
      if (plan) {
        await execute(changeTouchPlan, {
          planId: plan.id,
          name,
          stages,
          quietHours: quiet ?? null,
          ...(share !== shareNow(plan) && { holdOutShare }),
        });
      } else {
        const [seed = 1] = crypto.getRandomValues(new Int32Array(1));
        const made = await execute(createTouchPlan, {
          name,
          stages,
          startDay,
          ...(segmentId !== undefined && { segmentId }),
          ...(quiet && { quietHours: quiet }),
          ...(share > 0 && { holdOut: { share: holdOutShare, seed } }),
        });
        onMade(made.planId);
      }
      showDone(t('plan.saved'), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  const setStage = (at: number, stage: TouchStage | undefined) =>
    setStages(stages.flatMap((it, i) => (i === at ? (stage ?? []) : it)));
  const add = () => {
    const label = t('plan.newStage');
    const day = Math.min(365, (stages.at(-1)?.day ?? 0) + 7);
    const stage: TouchStage = {
      key: `s${crypto.randomUUID().slice(0, 8)}`,
      day,
      graceDays: 3,
      channel: 'wechat',
      label: { zh: label, en: label },
      text: { zh: '', en: '' },
    };
    setStages([...stages, stage]);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('plan.title')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <div className={classes.form} data-testid="touch-plan-form">
        <div className={classes.row}>
          <TextInput
            label={t('plan.name')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('plan.startDay')}
            data-testid="touch-start-day"
            placeholder="2026-01-31"
            disabled={plan !== undefined}
            value={startDay}
            onChange={(event) => setStartDay(event.currentTarget.value)}
          />
          <Select
            label={t('plan.holdOut')}
            allowDeselect={false}
            data={SHARES.map((n) => ({
              value: String(n),
              label: n === 0 ? t('plan.none') : t('plan.share', { n }),
            }))}
            value={String(share)}
            onChange={(value) => setShare(Number(value ?? 0))}
          />
        </div>
        <p className={classes.quiet}>{t('plan.holdOutHint')}</p>
        {!plan && (
          <SegmentPicker
            label={t('plan.segment')}
            value={segmentId === undefined ? undefined : { kind: 'segment', segmentId }}
            onChange={(picked) =>
              setSegmentId(picked?.kind === 'segment' ? picked.segmentId : undefined)
            }
          />
        )}
        <div className={classes.row}>
          <TextInput
            label={`${t('plan.quiet')} · ${t('plan.from')}`}
            w={140}
            value={quiet?.from ?? ''}
            onChange={(event) => setQuiet({ ...(quiet ?? QUIET), from: event.currentTarget.value })}
          />
          <TextInput
            label={t('plan.to')}
            w={100}
            value={quiet?.to ?? ''}
            onChange={(event) => setQuiet({ ...(quiet ?? QUIET), to: event.currentTarget.value })}
          />
        </div>
        {stages.map((stage, at) => (
          <StageFields key={stage.key} stage={stage} onChange={(next) => setStage(at, next)} />
        ))}
        {crowdedStages({ stages }).length > 0 && (
          <p className={classes.warn}>{t('plan.crowded')}</p>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={add}>
            {t('plan.add')}
          </Button>
          <Button
            data-testid="touch-plan-save"
            disabled={!isDay(startDay) || !isClock(quiet?.from) || !isClock(quiet?.to)}
            onClick={() => void save()}
          >
            {t('plan.save')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
const isClock = (clock = '00:00') => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock);
