import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import type { LtvFit } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { valueMessages } from './value.messages';

/** Of how many people all this speaks. */
export function FitPeople({ fit }: { fit: LtvFit }) {
  const t = useMessages(valueMessages);
  const { format, t: words } = useFigures();
  const open = (title: string, minDays: number) => () =>
    showPeople({
      title,
      rule: { kind: 'days', event: { of: 'order' }, days: { min: minDays } },
    });
  return (
    <Card title={t('people')}>
      <DataTable
        label={t('people')}
        columns={[
          { key: 'who', label: t('people') },
          { key: 'n', label: words('columnPeople'), isNumber: true },
        ]}
        rows={[
          {
            key: 'customers',
            cells: [t('customers'), format.count(fit.customers)],
            onOpen: open(t('customers'), 1),
          },
          {
            key: 'repeat',
            cells: [t('repeatCustomers'), format.count(fit.repeatCustomers)],
            onOpen: fit.repeatCustomers > 0 ? open(t('repeatCustomers'), 2) : undefined,
          },
          ...(fit.by === 'bgnbd'
            ? [{ key: 'fitted', cells: [t('fittedOn'), format.count(fit.fittedOn)] }]
            : []),
        ]}
      />
    </Card>
  );
}
