import { Button } from '@mantine/core';
import { type RemovalProposal, removalProposals } from '@shared/domain/group-life/ledger.rules';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { addRuleEntries } from './ledger.commands';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';
import type { Ledger } from './use-ledger';
import { useLedgerNames } from './use-ledger-names';

/** Whom the rules want removed; removing and entering it is one step, which can be undone. */
export function Proposals({ ledger }: { ledger: Ledger }) {
  const t = useMessages(ledgerMessages);
  const names = useLedgerNames(ledger);
  // Whoever left by themselves need not be removed.
  const proposals = removalProposals(ledger.entries, ledger.rules).filter(
    ({ memberId, groupId }) =>
      names.isInside(memberId, groupId) && ledger.groups.get(groupId)?.phase !== 'dissolved',
  );
  if (proposals.length === 0) return null;
  async function remove({ memberId, groupId, ruleId, warnings }: RemovalProposal) {
    const what = t('removeWhat', { rule: names.rule(ruleId) ?? '', n: warnings });
    try {
      await execute(addRuleEntries, {
        groupId,
        memberIds: [memberId],
        ruleId,
        kind: 'removal',
        what: what.slice(0, 300),
      });
      showDone(t('removed', { name: names.person(memberId) }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <section className={classes.proposals}>
      <h2>{t('proposalsTitle')}</h2>
      <ul>
        {proposals.map((it) => (
          <li
            key={`${it.memberId}.${it.groupId}.${it.ruleId}`}
            data-testid="removal-proposal"
            data-member-id={it.memberId}
          >
            <span>
              {t('proposal', {
                name: names.person(it.memberId),
                group: names.group(it.groupId),
                rule: names.rule(it.ruleId) ?? '',
                n: it.warnings,
                limit: it.limit,
              })}
            </span>
            <Button
              size="compact-sm"
              color="red"
              variant="light"
              data-testid="removal-confirm"
              onClick={() => void remove(it)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
