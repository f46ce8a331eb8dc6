import { useMessages } from '@/app/i18n/messages';
import { DataTable } from '@/ui/charts/data-table';
import type { PersonaAnswer } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { personaMessages } from './persona.messages';
import type { Axis } from './use-band-names';
import type { PersonaCells } from './use-persona-cells';

type PersonaTableProps = {
  answer: PersonaAnswer;
  names: Record<Axis, Map<string, string>>;
  cells: PersonaCells;
};

/** Every cell with somebody in it, the largest first. */
export function PersonaTable({ answer, names, cells }: PersonaTableProps) {
  const t = useMessages(personaMessages);
  const { format, t: words, share, interval } = useFigures();
  return (
    <DataTable
      testId="persona-table"
      label={t('cube')}
      columns={[
        { key: 'category', label: t('columnCategory') },
        { key: 'frequency', label: t('columnFrequency') },
        { key: 'value', label: t('columnValue') },
        { key: 'n', label: words('columnPeople'), isNumber: true },
        { key: 'share', label: words('columnShare'), isNumber: true },
        { key: 'interval', label: words('columnInterval'), isNumber: true },
        { key: 'money', label: words('columnMoney'), isNumber: true },
      ]}
      rows={answer.cells.map((cell) => {
        const { key, label, onOpen } = cells.look(cell);
        return {
          key,
          cells: [
            names.category.get(cell.category) ?? cell.category,
            names.frequency.get(cell.frequency) ?? cell.frequency,
            names.orderValue.get(cell.orderValue) ?? cell.orderValue,
            format.count(cell.n),
            share(cell.n, answer.placed),
            interval(cell.n, answer.placed) ?? '—',
            format.money(cell.netFen),
          ],
          onOpen,
          openLabel: label,
        };
      })}
    />
  );
}
