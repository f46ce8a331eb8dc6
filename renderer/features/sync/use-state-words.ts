import { describeError } from '@shared/contracts/error-text';
import type { SyncStatus } from '@shared/sync/sync-status';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { syncMessages } from './sync.messages';

export type StateWords = {
  /** Why it stands still, or how it stands; one sentence. */
  sentence: string;
  agreed: string;
  pending: string;
  retry: string | undefined;
};

/** What the sync is doing, as one says it to a person. */
export function useStateWords(status: SyncStatus): StateWords {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const { state, problem, pending, oldestPendingAt, agreedAt, retryAt } = status;
  const why = problem && describeError(problem.code, problem.data ?? {}, currentLanguage());
  const plain = state === 'offline' ? t('offlineText') : t(`state.${state}`);
  return {
    sentence: why ?? (state === 'upToDate' ? t('allAgreed') : plain),
    agreed:
      agreedAt === undefined
        ? t('neverAgreed')
        : t('agreedAt', { time: format.relativeTime(agreedAt) }),
    pending:
      pending === 0
        ? t('pendingNone')
        : t('pending', {
            count: pending,
            n: format.count(pending),
            time: format.relativeTime(oldestPendingAt ?? Date.now()),
          }),
    retry: retryAt === undefined ? undefined : t('retryAt', { time: format.time(retryAt) }),
  };
}
