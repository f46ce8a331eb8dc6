import { rulesOfGroup } from '@shared/domain/group-life/ledger.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useClassGroups } from '@/features/group-life';
import { Page } from '@/ui/page';
import { classIdOf } from './class-of-group';
import { LedgerCard } from './ledger-card';
import { Proposals } from './proposals';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';
import { RulesCard } from './rules-card';
import { useLedger } from './use-ledger';

/** The rules of all groups, and the ledger of what they brought. */
export function RulesPage() {
  const t = useMessages(rulesMessages);
  const format = useFormat();
  const ledger = useLedger();
  const known = useClassGroups();
  const inUse = ledger?.rules.filter(({ isArchived }) => !isArchived) ?? [];
  return (
    <Page
      testId="page-groups-rules"
      ready={ledger !== undefined && known !== undefined}
      title={t('title')}
      subtitle={
        ledger &&
        t('subtitle', {
          rules: format.count(inUse.length),
          entries: format.count(ledger.entries.length),
        })
      }
    >
      {ledger && known && (
        <div className={classes.page}>
          <Proposals ledger={ledger} />
          <div className={classes.columns}>
            <RulesCard
              rules={ledger.rules}
              announced={inUse.filter((it) => it.groupId === undefined && it.classId === undefined)}
            />
            <LedgerCard
              ledger={ledger}
              rulesOf={(id) => rulesOfGroup(ledger.rules, { id, classId: classIdOf(known, id) })}
            />
          </div>
        </div>
      )}
    </Page>
  );
}
