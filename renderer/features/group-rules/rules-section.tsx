import { rulesOfGroup } from '@shared/domain/group-life/ledger.rules';
import { useClassGroups } from '@/features/group-life';
import { classIdOf } from './class-of-group';
import { LedgerCard } from './ledger-card';
import { Proposals } from './proposals';
import classes from './rules.module.css';
import { RulesCard } from './rules-card';
import { useLedger } from './use-ledger';

/** The rules that hold in one group, and its own ledger. */
export function RulesSection({ groupId }: { groupId: string }) {
  const ledger = useLedger(groupId);
  const known = useClassGroups();
  if (!ledger || !known) return <div data-testid="group-section-rules" data-ready="false" />;
  const holding = rulesOfGroup(ledger.rules, { id: groupId, classId: classIdOf(known, groupId) });
  const { name, phase } = ledger.groups.get(groupId) ?? {};
  return (
    <div className={classes.page} data-testid="group-section-rules" data-ready="true">
      <Proposals ledger={ledger} />
      <div className={classes.columns}>
        <RulesCard
          rules={holding}
          isOver={phase === 'dissolved'}
          announced={holding}
          groupId={groupId}
          {...(name !== undefined && { groupName: name })}
        />
        <LedgerCard ledger={ledger} groupId={groupId} rulesOf={() => holding} />
      </div>
    </div>
  );
}
