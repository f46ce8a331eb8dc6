import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import type { GrowthOverview, MemberLedger } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';

export const useGrowthOverview = (): GrowthOverview | undefined =>
  useAnswer('', () => dataWorker().growth.overview());

export const useMemberLedger = (memberId: string): MemberLedger | undefined =>
  useAnswer(memberId, () => dataWorker().growth.ledgerOf(memberId));

export const usePrivileges = () => useLive(() => readDb.rows('privileges').all(), []);

const READY_MADE = ['plain', 'silver', 'gold', 'black'] as const;

/** What a level is called: by its own name, or a ready-made one in the user's language. */
export function useLevelName(): (level: Pick<GrowthLevel, 'key' | 'name'> | undefined) => string {
  const t = useMessages(growthValueMessages);
  return (level) => {
    if (level?.name !== undefined) return level.name;
    const key = READY_MADE.find((it) => it === level?.key);
    return key ? t(`level.${key}`) : (level?.key ?? '');
  };
}

/** What privileges are called; undefined for one that is no longer there. */
export function usePrivilegeNames(): (id: string) => string | undefined {
  const privileges = usePrivileges();
  return (id) => privileges?.find((it) => it.id === id)?.name;
}
