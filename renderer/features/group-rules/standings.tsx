import { ledgerStandings, warningCounts } from '@shared/domain/group-life/ledger.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { DataTable } from '@/ui/charts/data-table';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';
import type { Ledger } from './use-ledger';
import { useLedgerNames } from './use-ledger-names';

const MOST = 200;

/** Where everybody in the ledger stands: most points first. */
export function Standings({ ledger, who }: { ledger: Ledger; who: string }) {
  const t = useMessages(ledgerMessages);
  const format = useFormat();
  const names = useLedgerNames(ledger);
  const counts = warningCounts(ledger.entries, ledger.rules);
  const wanted = who.trim().toLowerCase();
  const rows = ledgerStandings(ledger.entries)
    .filter(({ memberId }) => names.person(memberId).toLowerCase().includes(wanted))
    .sort((a, b) => b.points - a.points || b.warnings - a.warnings)
    .slice(0, MOST);
  const untilRemoval = (memberId: string, groupId: string) => {
    const [nearest] = counts
      .filter((it) => it.memberId === memberId && it.groupId === groupId)
      .sort((a, b) => a.limit - a.warnings - (b.limit - b.warnings));
    if (!nearest) return '—';
    const rule = names.rule(nearest.ruleId) ?? '';
    const left = nearest.limit - nearest.warnings;
    if (nearest.isHeld) return t('held', { rule });
    return left > 0 ? t('timesLeft', { n: left, rule }) : t('reached', { rule });
  };
  const isManyGroups = new Set(rows.map(({ groupId }) => groupId)).size > 1;
  return (
    <div className={classes.wide} data-testid="ledger-standings">
      <DataTable
        label={t('face.people')}
        columns={[
          { key: 'who', label: t('person') },
          { key: 'points', label: t('pointsHead'), isNumber: true },
          { key: 'warnings', label: t('warnings'), isNumber: true },
          { key: 'until', label: t('untilRemoval') },
          { key: 'rewards', label: t('openRewards'), isNumber: true },
        ]}
        rows={rows.map((row) => {
          const { memberId, groupId, points, warnings, openRewards, isRemoved } = row;
          const name = names.person(memberId);
          return {
            key: `${memberId}.${groupId}`,
            isQuiet: !names.isInside(memberId, groupId),
            cells: [
              isManyGroups ? `${name} · ${names.group(groupId)}` : name,
              format.count(points),
              format.count(warnings),
              isRemoved && !names.isInside(memberId, groupId)
                ? t('isRemoved')
                : untilRemoval(memberId, groupId),
              format.count(openRewards),
            ],
          };
        })}
      />
    </div>
  );
}
