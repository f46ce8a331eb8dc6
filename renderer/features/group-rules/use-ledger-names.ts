import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { ledgerMessages } from './ledger.messages';
import type { Ledger } from './use-ledger';

export type LedgerNames = {
  person: (memberId: string) => string;
  /** Inside the group now; whoever is erased is not. */
  isInside: (memberId: string, groupId: string) => boolean;
  group: (groupId: string) => string;
  rule: (ruleId: string | undefined) => string | undefined;
};

/** Names of whom and what entries speak of, for those who are gone as well. */
export function useLedgerNames({ people, groups, rules }: Ledger): LedgerNames {
  const t = useMessages(ledgerMessages);
  return useMemo(() => {
    const ruleTexts = new Map(rules.map(({ id, text }) => [id, text]));
    return {
      // While a new name is looked up nothing false is said.
      person: (id) => (people.has(id) ? (people.get(id)?.name ?? t('gone')) : '…'),
      isInside: (id, groupId) => people.get(id)?.inside.has(groupId) ?? true,
      group: (id) => groups.get(id)?.name ?? t('unknownGroup'),
      rule: (id) => (id === undefined ? undefined : ruleTexts.get(id)),
    };
  }, [t, people, groups, rules]);
}
