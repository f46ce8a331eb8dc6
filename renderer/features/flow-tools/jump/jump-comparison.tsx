import type { StepItem } from '@shared/domain/sop/run-record.schema';
import { compareJumpWays } from '@shared/domain/step-tools/jump.rules';
import { useMessages } from '@/app/i18n/messages';
import { Why } from '@/ui/why';
import classes from '../flow-tools.module.css';
import { jumpMessages } from './jump.messages';

/** Which way over is the best, and whether that is more than chance. */
export function JumpComparisonLines({ items }: { items: readonly StepItem[] }) {
  const t = useMessages(jumpMessages);
  const compared = compareJumpWays(items);
  if (!compared) return <p className={classes.quiet}>{t('compareNeeds')}</p>;
  const nameOf = (key: string) => items.find((item) => item.key === key)?.label ?? '';
  const best = nameOf(compared.bestKey);
  return (
    <div className={classes.line} data-testid="jump-comparison" data-best={compared.bestKey}>
      <ul className={classes.plainList}>
        {compared.others.map(({ key, verdict }) => (
          <li key={key} data-verdict={verdict}>
            {t(`verdict.${verdict}`, { best, other: nameOf(key) })}
          </li>
        ))}
      </ul>
      <Why word={t('why')}>{t('whyCompare')}</Why>
    </div>
  );
}
