import { compareWithTarget, type TargetVerdict } from '@shared/domain/funnel/compare-funnels.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import type { FunnelAnswer, FunnelStep } from '@/workers/funnel/funnel-types';
import { RateBar } from '../figures/rate-bar';
import { useShares } from '../figures/use-shares';
import { compareMessages } from './compare.messages';
import classes from './compare.module.css';

const TONES: Partial<Record<TargetVerdict, 'green' | 'red'>> = { above: 'green', below: 'red' };

/** Every step that has a target against it. */
export function TargetTable({ answer }: { answer: FunnelAnswer }) {
  const t = useMessages(compareMessages);
  const steps = answer.steps.filter(
    ({ bar }) => bar.targetRate !== undefined && bar.base !== undefined,
  );
  if (steps.length === 0) return <p className={classes.note}>{t('noTarget')}</p>;
  return (
    <ol className={classes.rows} data-testid="funnel-against-target">
      {steps.map((step) => (
        <TargetRow key={step.position} step={step} />
      ))}
    </ol>
  );
}

function TargetRow({ step }: { step: FunnelStep }) {
  const t = useMessages(compareMessages);
  const say = useBilingual();
  const { t: words, barWords, format, n, points } = useShares();
  const { bar } = step;
  const verdict = compareWithTarget(bar);
  const interval = bar.interval?.kind === 'interval' ? bar.interval : undefined;
  const { value, more } = barWords(bar);
  const target = bar.targetRate ?? 0;
  return (
    <li
      className={classes.row}
      data-testid={`funnel-target-${bar.position}`}
      data-verdict={verdict}
    >
      <span className={classes.position}>{bar.position}</span>
      <span className={classes.name}>{say(step.title)}</span>
      <span className={classes.pair}>
        <RateBar
          label={t('barLabel', { who: say(step.title), words: `${value} ${more}` })}
          rate={Math.min(1, bar.rate ?? 0)}
          low={interval?.low}
          high={interval?.high}
          target={target}
          tone={bar.isSmall ? 'quiet' : 'plain'}
        />
        <span>
          {value} {bar.isSmall ? '' : `${more} ${n(bar.base ?? 0)}`}
        </span>
      </span>
      <span className={classes.diff}>
        {!bar.isSmall && bar.rate !== undefined && t('diff', { diff: points(bar.rate - target) })}
      </span>
      <span className={classes.verdict}>
        <Chip tone={TONES[verdict] ?? 'plain'}>{words(`target.${verdict}`)}</Chip>{' '}
        {interval && (
          <Why word={t('why')}>
            {t('whyTarget', { share: value, interval: more, target: format.percent(target) })}
          </Why>
        )}
      </span>
    </li>
  );
}
