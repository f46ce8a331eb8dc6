import { NumberInput } from '@mantine/core';
import type { GroupLifeSettings, TrustPart } from '@shared/domain/group-life/life-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { fieldOf, numberOf } from './field-number';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { weightsMessages } from './weights.messages';

type Trust = GroupLifeSettings['trust'];
type AnchoredPart = keyof Trust['anchors'];

const isAnchored = (part: TrustPart, anchors: Trust['anchors']): part is AnchoredPart =>
  part in anchors;

type WeightRowProps = { part: TrustPart; draft: Trust; onChange: (draft: Trust) => void };

/** Weight and full-points line of one part; lines are shares, shown in percent, but for a number of actions. */
export function WeightRow({ part, draft, onChange }: WeightRowProps) {
  const t = useMessages(weightsMessages);
  const base = useMessages(trustMessages);
  const name = base(`part.${part}`);
  const unit = part === 'friendActions' ? 1 : 100;
  return (
    <div className={classes.weightRow}>
      <span>{name}</span>
      <NumberInput
        hideControls
        size="xs"
        aria-label={t('weightOf', { part: name })}
        title={t('weight')}
        data-testid="trust-weight"
        data-part={part}
        min={0}
        max={100}
        value={fieldOf(draft.parts[part])}
        onChange={(value) =>
          onChange({ ...draft, parts: { ...draft.parts, [part]: numberOf(value) } })
        }
      />
      {isAnchored(part, draft.anchors) && (
        <NumberInput
          hideControls
          size="xs"
          aria-label={t('anchorOf', { part: name })}
          title={t(part === 'friendActions' ? 'anchorTimes' : 'anchorPercent')}
          data-testid="trust-anchor"
          data-part={part}
          min={0}
          max={part === 'friendActions' ? 1000 : 100}
          suffix={part === 'friendActions' ? '' : '%'}
          value={fieldOf(Number((draft.anchors[part] * unit).toFixed(2)))}
          onChange={(value) =>
            onChange({ ...draft, anchors: { ...draft.anchors, [part]: numberOf(value) / unit } })
          }
        />
      )}
    </div>
  );
}
