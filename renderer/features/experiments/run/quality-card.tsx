import { Button } from '@mantine/core';
import type { CheckState, QualityCheck } from '@shared/domain/experiments/quality.rules';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import classes from '../experiments.module.css';
import { leaveOutUnit } from '../verdict.commands';
import { say, shownP } from '../words';
import { runMessages } from './run.messages';

const ICONS = { good: IconCircleCheck, doubt: IconAlertTriangle, bad: IconCircleX } as const;

type QualityCardProps = {
  experimentId: string;
  checks: readonly { check: QualityCheck; state: CheckState }[];
  canChange: boolean;
};

/** Whether the comparison will be a fair one, long before it is made. */
export function QualityCard({ experimentId, checks, canChange }: QualityCardProps) {
  const t = useMessages(runMessages);
  const sentence = useCheckSentence();
  const leaveOut = (unitIds: readonly string[]) =>
    say(async () => {
      for (const unitId of unitIds) {
        await execute(leaveOutUnit, { id: experimentId, unitId, why: t('leaveOutWhy') });
      }
      return t('check.leftOut', { n: unitIds.length });
    });
  return (
    <Card title={t('quality')}>
      <ul className={classes.checks} data-testid="experiment-quality">
        {checks.map(({ check, state }) => {
          const Sign = ICONS[state];
          return (
            <li key={check.key} data-state={state} data-check={check.key}>
              <Sign size={17} stroke={1.9} aria-hidden />
              <span>
                {sentence(check, state)}
                {check.key === 'groupGone' && canChange && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => void leaveOut(check.unitIds)}
                  >
                    {t('leaveOut')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function useCheckSentence() {
  const t = useMessages(runMessages);
  const format = useFormat();
  return (check: QualityCheck, state: CheckState): string => {
    switch (check.key) {
      case 'clockBack':
        return t('check.clockBack');
      case 'readings':
        return t('check.readings', { read: check.read, all: check.all });
      case 'impossible':
      case 'exposedAboveSize':
      case 'groupGone':
        return t(`check.${check.key}`, { n: check.unitIds.length });
      case 'assignment':
      case 'exposure': {
        const counts = check.counts.map((n) => format.count(n)).join(' : ');
        const word = state === 'bad' ? 'Bad' : '';
        return t(`check.${check.key}${word}`, { counts, p: shownP(check.pValue) });
      }
      case 'itemGone':
      case 'groupsChanged':
      case 'sentBefore':
      case 'notSent':
      case 'leftOut':
        return t(`check.${check.key}`, { n: check.n });
    }
  };
}
