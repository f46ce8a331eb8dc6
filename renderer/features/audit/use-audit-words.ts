import type { AuditWords } from '@shared/domain/workspace/workspace.schema';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { auditMessages } from './audit.messages';
import { auditWords } from './audit.queries';

/** The team's own words, else the ready-made ones of the window's language. */
export function useAuditWords(): AuditWords {
  const t = useMessages(auditMessages);
  const own = useLive(auditWords, []);
  return (
    own ?? {
      reject: t('defaultReject').split('\n'),
      askAgain: t('defaultAsk').split('\n'),
      text: t('defaultText'),
    }
  );
}
