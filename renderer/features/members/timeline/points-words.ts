import type { LedgerEntry } from '@shared/domain/growth/growth-ledger';
import { STILL_THERE } from '@shared/domain/people/people-columns';
import { dayOfNumber } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { growthValueMessages, usePrivilegeNames } from '@/features/growth-value';
import { timelineMessages } from './timeline.messages';

export type PointsWords = {
  /** `复购 +100 分` */
  what: (entry: LedgerEntry) => string;
  details: (entry: LedgerEntry) => (string | undefined)[];
};

/** Entries of the ledger in words. */
export function usePointsWords(): PointsWords {
  const t = useMessages(timelineMessages);
  const growth = useMessages(growthValueMessages);
  const format = useFormat();
  const privilegeName = usePrivilegeNames();
  const signed = (points: number) => `${points > 0 ? '+' : ''}${format.count(points)}`;
  const day = (number: number) => format.fullDay(dayOfNumber(number));
  return {
    what: ({ kind, source, points }) =>
      t('points', {
        kind: kind === 'earned' && source ? growth(`source.${source}`) : growth(`kind.${kind}`),
        points: signed(points),
      }),
    details: (entry) => {
      const { kind, source, isPending, settleDay, expiryDay, privilegeId, reason } = entry;
      const isOpen = kind === 'earned' && expiryDay !== undefined && expiryDay !== STILL_THERE;
      return [
        kind !== 'earned' && source ? growth(`source.${source}`) : undefined,
        privilegeId === undefined ? undefined : privilegeName(privilegeId),
        reason,
        entry.isCancelled && kind === 'redeem' ? t('takenBack') : undefined,
        isPending && settleDay !== undefined
          ? t('pendingUntil', { day: day(settleDay) })
          : undefined,
        isOpen ? t('expiresOn', { day: day(expiryDay) }) : undefined,
      ];
    },
  };
}

export const pointsDetail = (words: PointsWords, entry: LedgerEntry): string =>
  words
    .details(entry)
    .filter((it) => it !== undefined && it !== '')
    .join(' · ');
