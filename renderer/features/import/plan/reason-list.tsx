import { Button } from '@mantine/core';
import type { FixCode } from '@shared/domain/import/plan/choices';
import { IconCheck, IconShieldExclamation, IconWand } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanFilter, ReasonGroup } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { toggleFix } from '../session/plan-file';
import { planMessages } from './plan.messages';
import classes from './reason-list.module.css';

type Props = {
  reasons: readonly ReasonGroup[];
  fixes: readonly FixCode[];
  /** Records that look like somebody on the risk list. */
  riskCount: number;
  filter: PlanFilter;
  isBusy: boolean;
  onFilter: (filter: PlanFilter) => void;
};

/** Why records are refused, doubtful or odd: each cause once, with its number and what mends it. */
export function ReasonList({ reasons, fixes, riskCount, filter, isBusy, onFilter }: Props) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const grave = reasons.filter(({ kind }) => kind !== 'warning');
  const odd = reasons.filter(({ kind }) => kind === 'warning');
  if (reasons.length + fixes.length + riskCount === 0) return null;
  const props = { filter, onFilter };
  return (
    <div className={classes.reasons} role="toolbar" aria-label={t('reasons')}>
      {grave.length + fixes.length > 0 && (
        <ul className={classes.list}>
          {byFix(grave).map(({ fix, group }) => (
            <li
              key={group.map(({ kind, code }) => `${kind}/${code}`).join()}
              className={classes.line}
            >
              {group.map((reason) => (
                <ReasonButton key={reason.code} reason={reason} {...props} />
              ))}
              {fix !== undefined && <FixButton fix={fix} isOn={false} isBusy={isBusy} />}
            </li>
          ))}
          {fixes.map((fix) => (
            <li key={fix} className={classes.line} data-testid="import-fix-applied" data-fix={fix}>
              <span className={classes.applied}>
                <IconCheck size={14} aria-hidden /> {t('fixed')} {t(`fix.${fix}`)}
              </span>
              <FixButton fix={fix} isOn isBusy={isBusy} />
            </li>
          ))}
        </ul>
      )}
      {riskCount > 0 && (
        <span className={classes.risk} data-testid="import-risk-count" data-count={riskCount}>
          <IconShieldExclamation size={16} aria-hidden />
          {t('riskCount', { n: format.count(riskCount) })}
        </span>
      )}
      {odd.length > 0 && (
        <div className={classes.chips}>
          {odd.map((reason) => (
            <ReasonButton key={reason.code} reason={reason} {...props} />
          ))}
        </div>
      )}
    </div>
  );
}

type Fixable = { fix: FixCode | undefined; group: ReasonGroup[] };

/** Causes that one click mends stand together, before the click. */
function byFix(reasons: readonly ReasonGroup[]): Fixable[] {
  const lines: Fixable[] = [];
  for (const reason of reasons) {
    const fix = reason.kind === 'rejected' ? reason.fix : undefined;
    const line = fix && lines.find((known) => known.fix === fix);
    if (line) line.group.push(reason);
    else lines.push({ fix, group: [reason] });
  }
  return lines;
}

type ReasonProps = { reason: ReasonGroup } & Pick<Props, 'filter' | 'onFilter'>;

function ReasonButton({ reason: { kind, code, count }, filter, onFilter }: ReasonProps) {
  const t = useMessages(planMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const isOn = filter.kind === 'reason' && filter.group === kind && filter.code === code;
  return (
    <button
      type="button"
      className={classes.reason}
      data-testid="import-reason"
      data-kind={kind}
      data-code={code}
      data-count={count}
      aria-pressed={isOn}
      title={t(isOn ? 'reasonAll' : 'reasonShow')}
      onClick={() => onFilter(isOn ? { kind: 'all' } : { kind: 'reason', group: kind, code })}
    >
      <i aria-hidden />
      <b>{format.count(count)}</b>
      {words(`code.${code}`)}
    </button>
  );
}

function FixButton({ fix, isOn, isBusy }: { fix: FixCode; isOn: boolean; isBusy: boolean }) {
  const t = useMessages(planMessages);
  return (
    <Button
      size="compact-xs"
      variant={isOn ? 'subtle' : 'light'}
      leftSection={isOn ? undefined : <IconWand size={14} />}
      disabled={isBusy}
      data-testid={isOn ? 'import-fix-undo' : 'import-fix'}
      data-fix={fix}
      onClick={() => void toggleFix(fix)}
    >
      {isOn ? t('fixUndo') : t(`fix.${fix}`)}
    </Button>
  );
}
