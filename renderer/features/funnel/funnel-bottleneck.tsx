import { Popover } from '@mantine/core';
import { findBottleneck } from '@shared/domain/funnel/bottleneck.rules';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { funnelMessages } from './funnel.messages';
import classes from './funnel-panel.module.css';

type FunnelBottleneckProps = { steps: readonly SopStep[]; bars: readonly FunnelBar[] };

/** The step that would bring the most people in at its target, or why none can be named. */
export function FunnelBottleneck({ steps, bars }: FunnelBottleneckProps) {
  const t = useMessages(funnelMessages);
  const bottleneck = findBottleneck(bars);
  const isFound = bottleneck.kind === 'found';
  return (
    <section
      className={classes.bottleneck}
      data-testid="funnel-bottleneck"
      data-step={isFound ? String(bottleneck.position) : ''}
    >
      <div className={classes.bottleneckHead}>
        <h3 className={classes.bottleneckTitle}>{t('bottleneckTitle')}</h3>
        <Why isAssumed={isFound && bottleneck.isAssumed} />
      </div>
      <p className={classes.sentence}>
        {isFound ? (
          <Sentence steps={steps} bars={bars} bottleneck={bottleneck} />
        ) : (
          <None reason={bottleneck.reason} bars={bars} />
        )}
      </p>
    </section>
  );
}

type NoneProps = {
  reason: Extract<ReturnType<typeof findBottleneck>, { kind: 'none' }>['reason'];
  bars: readonly FunnelBar[];
};

/** A number that cannot be right is looked at before its step is praised. */
function None({ reason, bars }: NoneProps) {
  const t = useMessages(funnelMessages);
  const odd = bars.find(({ problem }) => problem === 'moreThanBefore');
  if (reason === 'allReached' && odd) return <>{t('none_check', { position: odd.position })}</>;
  return <>{t(`none_${reason}`)}</>;
}

type Found = Extract<ReturnType<typeof findBottleneck>, { kind: 'found' }>;

function Sentence({ steps, bars, bottleneck }: FunnelBottleneckProps & { bottleneck: Found }) {
  const t = useMessages(funnelMessages);
  const format = useFormat();
  const say = useBilingual();
  const { position, rate, targetRate, gainedPeople } = bottleneck;
  const step = steps.find((candidate) => candidate.position === position);
  const isSmall = bars.find((bar) => bar.position === position)?.isSmall === true;
  const words = {
    position,
    title: step ? say(step.definition.title) : '',
    rate: format.percent(rate),
    target: format.percent(targetRate),
    gain: gainedPeople < 10 ? gainedPeople.toFixed(1) : format.count(gainedPeople),
  };
  return <>{t(isSmall ? 'bottleneckSmall' : 'bottleneck', words)}</>;
}

function Why({ isAssumed }: { isAssumed: boolean }) {
  const t = useMessages(funnelMessages);
  return (
    <Popover width={300} position="top-end" withArrow>
      <Popover.Target>
        <button type="button" className={classes.why}>
          {t('why')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.whyText}>{t('whyText')}</p>
        {isAssumed && <p className={classes.whyText}>{t('assumed')}</p>}
        <p className={classes.whyText}>{t('whyInterval')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
