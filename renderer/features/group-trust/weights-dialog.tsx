import { Button, Modal, NumberInput } from '@mantine/core';
import { middleOf } from '@shared/domain/group-life/activity.rules';
import type { GroupFigures } from '@shared/domain/group-life/figures.types';
import {
  DEFAULT_GROUP_LIFE,
  type GroupLifeSettings,
  TRUST_AREAS,
  TRUST_PARTS,
  type TrustArea,
} from '@shared/domain/group-life/life-settings.schema';
import { trustOf } from '@shared/domain/group-life/trust.rules';
import { indexTenths } from '@shared/domain/group-life/trust-lines.rules';
import { useMemo, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveLifeSettings } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { fieldOf, numberOf } from './field-number';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { pointsText } from './use-trust-words';
import { WeightRow } from './weight-row';
import { weightsMessages } from './weights.messages';

type Trust = GroupLifeSettings['trust'];

type WeightsDialogProps = {
  settings: Trust;
  /** The week on which the effect is shown, and the figures of the groups in it. */
  week: string;
  groups: readonly { name: string; figures: GroupFigures }[];
  onClose: () => void;
};

/** What the index is made of; the effect on the chosen week is seen before anything is saved. */
export function WeightsDialog({ settings, week, groups, onClose }: WeightsDialogProps) {
  useReturnFocus();
  const t = useMessages(weightsMessages);
  const [draft, setDraft] = useState<Trust>(settings);
  const problem = problemOf(draft);
  const save = () =>
    execute(saveLifeSettings, { trust: draft }).then(() => {
      onClose();
      showDone(t('saved'), { undo: true });
    }, showProblem);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1080px, 96vw)"
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.form} data-testid="trust-weights">
        <p className={classes.quiet}>{t('intro')}</p>
        <div className={classes.weights}>
          {TRUST_AREAS.map((area) => (
            <AreaFields key={area} area={area} draft={draft} onChange={setDraft} />
          ))}
        </div>
        {problem === undefined && (
          <Preview settings={settings} draft={draft} week={week} groups={groups} />
        )}
        {problem !== undefined && (
          <p className={classes.problem} role="alert">
            {t(problem)}
          </p>
        )}
        <span className={classes.foot}>
          <Button
            className={classes.aside}
            variant="subtle"
            color="gray"
            data-testid="trust-weights-restore"
            onClick={() => setDraft(DEFAULT_GROUP_LIFE.trust)}
          >
            {t('restore')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="trust-weights-save"
            disabled={problem !== undefined}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
        </span>
      </div>
    </Modal>
  );
}

function problemOf(draft: Trust): 'invalid' | 'allZero' | 'askew' | undefined {
  const { areas, parts, anchors, goodAnswerMinutes: good, badAnswerMinutes: bad } = draft;
  const weights = [...Object.values(areas), ...Object.values(parts)];
  const lines = [...Object.values(anchors), good, bad];
  if (weights.some((it) => !(it >= 0)) || lines.some((it) => !(it > 0))) return 'invalid';
  if (Object.values(areas).every((it) => it === 0)) return 'allZero';
  return good < bad ? undefined : 'askew';
}

type AreaFieldsProps = { area: TrustArea; draft: Trust; onChange: (draft: Trust) => void };

function AreaFields({ area, draft, onChange }: AreaFieldsProps) {
  const t = useMessages(weightsMessages);
  const base = useMessages(trustMessages);
  const { goodAnswerMinutes, badAnswerMinutes } = draft;
  const minutes = { goodAnswerMinutes, badAnswerMinutes };
  return (
    <fieldset>
      <legend>{base(`area.${area}`)}</legend>
      <NumberInput
        hideControls
        size="xs"
        label={t('areaWeight')}
        data-testid="trust-area-weight"
        {...(area === 'service' && { 'data-autofocus': true })}
        data-area={area}
        min={0}
        max={100}
        value={fieldOf(draft.areas[area])}
        onChange={(value) =>
          onChange({ ...draft, areas: { ...draft.areas, [area]: numberOf(value) } })
        }
      />
      <div className={`${classes.weightRow} ${classes.weightHeads}`} aria-hidden>
        <span />
        <span>{t('weight')}</span>
        <span>{area === 'service' ? '' : t('anchor')}</span>
      </div>
      {TRUST_PARTS[area].map((part) => (
        <WeightRow key={part} part={part} draft={draft} onChange={onChange} />
      ))}
      {area === 'service' &&
        (['goodAnswerMinutes', 'badAnswerMinutes'] as const).map((key) => (
          <NumberInput
            hideControls
            key={key}
            size="xs"
            label={`${base('part.answerTime')} · ${t(key === 'goodAnswerMinutes' ? 'good' : 'bad')}`}
            min={1}
            max={key === 'goodAnswerMinutes' ? 10_000 : 100_000}
            value={fieldOf(minutes[key])}
            onChange={(value) => onChange({ ...draft, [key]: numberOf(value) })}
          />
        ))}
    </fieldset>
  );
}

type PreviewProps = Pick<WeightsDialogProps, 'settings' | 'week' | 'groups'> & { draft: Trust };

/** The index of every group by the stored weights and by those in the fields. */
function Preview({ settings, draft, week, groups }: PreviewProps) {
  const t = useMessages(weightsMessages);
  const pairs = useMemo(
    () =>
      groups.flatMap(({ name, figures }) => {
        const before = indexTenths(trustOf(figures, settings));
        const after = indexTenths(trustOf(figures, draft));
        return before === undefined || after === undefined ? [] : [{ name, before, after }];
      }),
    [groups, settings, draft],
  );
  const [first] = pairs;
  if (!first) return <p className={classes.preview}>{t('previewNone')}</p>;
  const middle = (of: 'before' | 'after') => middleOf(pairs.map((it) => it[of])) ?? 0;
  const [before, after] = [middle('before'), middle('after')];
  const count = (fits: (change: number) => boolean) =>
    pairs.filter((it) => fits(it.after - it.before)).length;
  const shown = { week, before: pointsText(before), after: pointsText(after) };
  return (
    <p
      className={classes.preview}
      data-testid="trust-preview"
      data-before={shown.before}
      data-after={shown.after}
    >
      {groups.length === 1
        ? t('previewOne', { ...shown, name: first.name })
        : t('preview', {
            ...shown,
            groups: pairs.length,
            up: count((change) => change > 0),
            down: count((change) => change < 0),
            same: count((change) => change === 0),
          })}
    </p>
  );
}
