import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import type { PlanRow } from '@/workers/import/import-types';
import { importMessages } from '../import.messages';
import { planMessages } from './plan.messages';
import classes from './plan-row-panel.module.css';

/** Beside a record that looks like somebody on the risk list. */
export function RiskChip({ row }: { row: PlanRow }) {
  const t = useMessages(planMessages);
  if (!row.risk) return null;
  return <Chip tone={row.risk.level === 'high' ? 'red' : 'yellow'}>{t('riskShort')}</Chip>;
}

/** The same in full: for what, and by which signs. */
export function RiskNote({ row: { risk } }: { row: PlanRow }) {
  const t = useMessages(planMessages);
  const common = useMessages(importMessages);
  if (!risk) return null;
  const signs = risk.why.map((sign) => t(`riskSign.${sign}`)).join(common('listSeparator'));
  return (
    <p className={classes.risk} data-testid="import-risk" data-level={risk.level}>
      {t('risk', { reason: risk.reason, signs })}
    </p>
  );
}
