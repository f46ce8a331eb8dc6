import { Button, Select, Slider } from '@mantine/core';
import { type References, whatIf } from '@shared/domain/funnel/bottleneck.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import { useShares } from '../figures/use-shares';
import { bottleneckMessages } from './bottleneck.messages';
import classes from './bottleneck.module.css';

export type WhatIfChoice = { position: number; rate: number };

type WhatIfCardProps = {
  answer: FunnelAnswer;
  references: References;
  /** The step that is offered first. */
  suggested: number | undefined;
  choice: WhatIfChoice | undefined;
  onChoice: (choice: WhatIfChoice | undefined) => void;
};

/** One step's rate to drag; what it would bring at the end is said as one drags. */
export function WhatIfCard(props: WhatIfCardProps) {
  const { answer, references, suggested, choice, onChoice } = props;
  const t = useMessages(bottleneckMessages);
  const say = useBilingual();
  const format = useFormat();
  const { share } = useShares();
  const steps = answer.steps.filter(
    ({ bar }) => bar.base !== undefined && bar.rate !== undefined && bar.rate <= 1,
  );
  const open =
    steps.find(({ position }) => position === (choice?.position ?? suggested)) ?? steps[0];
  if (!open) return null;
  const { bar, position } = open;
  const rate = choice?.position === position ? choice.rate : (bar.rate ?? 0);
  const marks = [bar.targetRate, references.get(position)?.rate].filter(
    (value): value is number => value !== undefined,
  );
  return (
    <Card
      title={t('whatIf')}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={choice === undefined}
          onClick={() => onChoice(undefined)}
        >
          {t('back')}
        </Button>
      }
    >
      <div className={classes.stack}>
        <Select
          size="xs"
          aria-label={t('whatIfStep')}
          allowDeselect={false}
          value={String(position)}
          data={steps.map((step) => ({
            value: String(step.position),
            label: t('caseStep', { position: step.position, title: say(step.title) }),
          }))}
          onChange={(value) => {
            const next = steps.find((step) => String(step.position) === value);
            if (next) onChoice({ position: next.position, rate: next.bar.rate ?? 0 });
          }}
        />
        <p className={classes.sliderLabel}>
          {t('whatIfRate', { position, rate: share(bar.count ?? 0, bar.base ?? 0) })}
        </p>
        <Slider
          data-testid="funnel-what-if"
          thumbLabel={t('whatIfRate', { position, rate: format.percent(bar.rate ?? 0) })}
          min={0}
          max={100}
          step={0.5}
          value={Number((rate * 100).toFixed(1))}
          label={(value) => `${value.toFixed(1)}%`}
          marks={[...new Set(marks)].map((value) => ({ value: Number((value * 100).toFixed(1)) }))}
          onChange={(value) => onChoice({ position, rate: value / 100 })}
        />
        <Answer answer={answer} references={references} choice={{ position, rate }} />
      </div>
    </Card>
  );
}

type AnswerProps = { answer: FunnelAnswer; references: References; choice: WhatIfChoice };

function Answer({ answer, references, choice }: AnswerProps) {
  const t = useMessages(bottleneckMessages);
  const { people } = useShares();
  const bars = answer.steps.map(({ bar }) => bar);
  const found = whatIf(bars, choice.position, choice.rate, references);
  if (found.kind === 'none') return null;
  const gained = Math.round(found.peopleThen) - Math.round(found.peopleNow);
  const change =
    gained === 0 ? t('same') : t(gained > 0 ? 'more' : 'fewer', { n: people(Math.abs(gained)) });
  return (
    <p className={classes.text} aria-live="polite" data-testid="funnel-what-if-answer">
      {t('whatIfAnswer', {
        after: people(Math.round(found.peopleThen)),
        now: people(Math.round(found.peopleNow)),
        change,
      })}{' '}
      {found.isAssumed && t('assumed')}
    </p>
  );
}
