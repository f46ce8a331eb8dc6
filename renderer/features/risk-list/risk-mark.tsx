import { Tooltip } from '@mantine/core';
import type { RiskValues } from '@shared/domain/risk/risk-match.rules';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { riskMessages } from './risk-list.messages';
import classes from './risk-list.module.css';
import { useRisk } from './use-risk';

/** Beside a name: that the person is on the risk list or looks like somebody who is, and why. */
export function RiskMark({
  values,
  memberId,
}: {
  values: RiskValues;
  memberId?: string | undefined;
}) {
  const t = useMessages(riskMessages);
  const found = useRisk(values, memberId);
  if (!found) return null;
  const why =
    found.why === 'listed' ? t('listed') : found.why.map((sign) => t(`why.${sign}`)).join(' · ');
  const label = t('mark', { level: t(`level.${found.level}`) });
  const told = t('markReason', { reason: found.reason, why });
  return (
    <Tooltip label={told} multiline maw={320} withArrow>
      <span
        className={classes.mark}
        data-level={found.level}
        data-testid="risk-mark"
        role="note"
        aria-label={`${label} ${told}`}
      >
        <IconAlertTriangle size={14} stroke={2} aria-hidden />
        {label}
      </span>
    </Tooltip>
  );
}
