import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { ShareBars } from '@/ui/charts/share-bars';
import { Why } from '@/ui/why';
import type { RfmAnswer } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { rfmMessages } from './rfm.messages';
import { useGroupName } from './use-group-name';

/** The eight names with their shares of people and of money. */
export function RfmGroups({ answer }: { answer: RfmAnswer }) {
  const t = useMessages(rfmMessages);
  const nameOf = useGroupName();
  const { format, t: words, share, interval, n } = useFigures();
  const sum = answer.groups.reduce((all, group) => all + Math.max(0, group.netFen), 0);
  const rows = answer.groups.map((group) => {
    const name = nameOf(group.key);
    const moneyShare = sum > 0 ? Math.max(0, group.netFen) / sum : 0;
    // Money is shared by the same people: too few of them make no percentage either.
    const moneyText = sum > 0 ? format.percent(moneyShare, answer.buyers) : '—';
    const onOpen = () => showPeople({ title: `RFM ${name}`, rule: group.rule });
    return {
      group,
      name,
      moneyShare,
      moneyText,
      hint: t('groupHint', {
        name,
        n: format.count(group.n),
        share: share(group.n, answer.buyers),
        money: format.moneySummary(group.netFen),
        moneyShare: moneyText,
      }),
      onOpen: group.n > 0 ? onOpen : undefined,
    };
  });
  return (
    <ChartCard
      testId="rfm-groups-card"
      title={t('groups')}
      why={<Why word={words('why')}>{t('groupsWhy')}</Why>}
      lead={`${t('groupsLead')} ${n(answer.buyers)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <ShareBars
          testId="rfm-groups"
          label={t('groups')}
          rows={rows.map(({ group, name, moneyShare, moneyText, hint, onOpen }) => ({
            key: group.key,
            label: name,
            note: t(`about.${group.key}` as 'about.important-value'),
            hint,
            onOpen,
            bars: [
              {
                key: 'people',
                share: answer.buyers > 0 ? group.n / answer.buyers : 0,
                text: t('peopleShare', {
                  n: format.count(group.n),
                  share: share(group.n, answer.buyers),
                }),
                colour: 'var(--q-chart-1)',
              },
              {
                key: 'money',
                share: moneyShare,
                text: t('moneyShare', {
                  money: format.moneySummary(group.netFen),
                  share: moneyText,
                }),
                colour: 'var(--q-chart-3)',
              },
            ],
          }))}
        />
      }
      table={
        <DataTable
          label={t('groups')}
          columns={[
            { key: 'group', label: t('columnGroup') },
            { key: 'n', label: words('columnPeople'), isNumber: true },
            { key: 'share', label: words('columnShare'), isNumber: true },
            { key: 'interval', label: words('columnInterval'), isNumber: true },
            { key: 'money', label: words('columnMoney'), isNumber: true },
            { key: 'moneyShare', label: t('columnMoneyShare'), isNumber: true },
          ]}
          rows={rows.map(({ group, name, moneyText, hint, onOpen }) => ({
            key: group.key,
            cells: [
              name,
              format.count(group.n),
              share(group.n, answer.buyers),
              interval(group.n, answer.buyers) ?? '—',
              format.money(group.netFen),
              moneyText,
            ],
            onOpen,
            openLabel: hint,
            isQuiet: group.n === 0,
          }))}
        />
      }
    />
  );
}
