import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import type { GrowthOverview, MemberLedger } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';

/** Asked again after every change; what is on screen stays until the answer is there. */
function useAnswer<T>(ask: () => Promise<T>, key: string): T | undefined {
  const version = useDataVersion();
  const [kept, setKept] = useState<{ key: string; answer: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and version say when to ask again
  useEffect(() => {
    let isCurrent = true;
    ask().then((answer) => isCurrent && setKept({ key, answer }), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return kept?.key === key ? kept.answer : undefined;
}

export const useGrowthOverview = (): GrowthOverview | undefined =>
  useAnswer(() => dataWorker().growth.overview(), '');

export const useMemberLedger = (memberId: string): MemberLedger | undefined =>
  useAnswer(() => dataWorker().growth.ledgerOf(memberId), memberId);

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
