import { SegmentedControl } from '@mantine/core';
import {
  findBottleneck,
  type References,
  type StepGain,
  type StepReference,
  stepGains,
} from '@shared/domain/funnel/bottleneck.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import { useShares } from '../figures/use-shares';
import { bottleneckMessages } from './bottleneck.messages';
import classes from './bottleneck.module.css';
import type { ReferenceKind } from './use-references';

const KINDS = ['target', 'earlierRuns', 'case'] as const;

type BottleneckCardProps = {
  answer: FunnelAnswer;
  references: Record<ReferenceKind, References>;
  kind: ReferenceKind;
  onKind: (kind: ReferenceKind) => void;
};

/** The step that would bring the most people in at its reference, with the reference named. */
export function BottleneckCard({ answer, references, kind, onKind }: BottleneckCardProps) {
  const t = useMessages(bottleneckMessages);
  const bars = answer.steps.map(({ bar }) => bar);
  const found = findBottleneck(bars, references[kind]);
  const others = stepGains(bars, references[kind])
    .slice(1, 3)
    .filter(({ gainedPeople }) => gainedPeople > 0);
  return (
    <Card
      title={t('title')}
      actions={
        <Why word={t('why')}>
          {t('whyText')} {found.kind === 'found' && found.isAssumed && t('assumed')}
        </Why>
      }
    >
      <div
        className={classes.stack}
        data-testid="funnel-detail-bottleneck"
        data-step={found.kind === 'found' ? found.position : ''}
      >
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('reference')}
          value={kind}
          data={KINDS.map((value) => ({
            value,
            label: t(`reference.${value}`),
            disabled: references[value].size === 0 && value !== kind,
          }))}
          onChange={(value) => {
            const next = KINDS.find((it) => it === value);
            if (next) onKind(next);
          }}
        />
        {found.kind === 'found' ? (
          <Best answer={answer} gain={found} others={others} />
        ) : (
          <p className={classes.text}>{t(`none_${found.reason}`)}</p>
        )}
      </div>
    </Card>
  );
}

type BestProps = { answer: FunnelAnswer; gain: StepGain; others: readonly StepGain[] };

function Best({ answer, gain, others }: BestProps) {
  const t = useMessages(bottleneckMessages);
  const say = useBilingual();
  const { share, people } = useShares();
  const named = useNamedReference();
  const titleOf = (position: number) => {
    const step = answer.steps.find((it) => it.position === position);
    return step ? say(step.title) : '';
  };
  const bar = answer.steps.find(({ position }) => position === gain.position)?.bar;
  const words = (it: StepGain) => ({
    position: it.position,
    title: titleOf(it.position),
    gain: people(it.gainedPeople),
  });
  return (
    <>
      <p className={classes.best}>{t('best', words(gain))}</p>
      <p className={classes.text}>
        {t('bestText', {
          ...words(gain),
          rate: share(bar?.count ?? 0, bar?.base ?? 0),
          reference: named(gain.reference),
        })}{' '}
        {bar?.isSmall && t('bestSmall')}
      </p>
      {others.length > 0 && (
        <p className={classes.quiet}>
          {t('others')}
          {others.map((it) => (
            <span key={it.position}>{t('other', words(it))}</span>
          ))}
        </p>
      )}
    </>
  );
}

/** A reference as one says it: what it is, how high, and where it comes from. */
function useNamedReference(): (reference: StepReference) => string {
  const t = useMessages(bottleneckMessages);
  const format = useFormat();
  return ({ kind, rate, source = '', n = 0, runs = 0 }) => {
    const words = { rate: format.percent(rate) };
    switch (kind) {
      case 'target':
        return t('named.target', words);
      case 'earlierRuns':
        return t('named.earlierRuns', { ...words, n: format.count(n), runs });
      case 'case':
        return t('named.case', { ...words, source });
      default:
        return assertNever(kind, 'useNamedReference');
    }
  };
}
