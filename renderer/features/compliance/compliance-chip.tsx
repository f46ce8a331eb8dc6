import type { CheckResult } from '@shared/domain/compliance/check.rules';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import { complianceMessages } from './compliance.messages';

const RISKS = ['high', 'medium', 'low'] as const;
const TONES = { high: 'red', medium: 'yellow', low: 'plain' } as const;

/** What the check says of a text, in a word for lists; nothing where nothing is to be said. */
export function ComplianceChip({ result }: { result: CheckResult }) {
  const t = useMessages(complianceMessages);
  const { counts, overridden } = result;
  const serious = RISKS.filter((risk) => risk !== 'low' && counts[risk] > 0);
  const said = serious.length > 0 ? serious : RISKS.filter((risk) => counts[risk] > 0);
  if (said.length === 0) return null;
  return (
    <span
      data-testid="compliance-chip"
      data-risk={result.risk}
      title={t('chip.title', { ...counts, kept: overridden })}
    >
      <Chip tone={TONES[said[0] ?? 'low']}>
        {said.map((risk) => t(`chip.${risk}`, { n: counts[risk] })).join(' · ')}
      </Chip>
    </span>
  );
}
