import type {
  QuadrantRow,
  QuadrantSettings,
} from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { quadrantsMessages } from './quadrants.messages';
import { useQuadrantName } from './use-quadrant-name';

/** The table that decides, in words. */
export function QuadrantRules({ settings }: { settings: QuadrantSettings }) {
  const t = useMessages(quadrantsMessages);
  const format = useFormat();
  const { nameOf } = useQuadrantName();
  const wordsOf = (row: QuadrantRow) => {
    const parts = [
      ...(row.isSilent === undefined
        ? []
        : [
            row.isSilent
              ? t('when.silent', {
                  alive: format.percent(settings.silent.aliveBelow),
                  days: settings.silent.daysFrom,
                })
              : t('when.notSilent'),
          ]),
      ...(['arpuFrom', 'arpuBelow', 'ltvFrom', 'ltvBelow'] as const).flatMap((part) => {
        const x = row[part];
        return x === undefined ? [] : [t(`when.${part}`, { x })];
      }),
    ];
    return parts.length > 0 ? parts.join(t('and')) : t('everybody');
  };
  return (
    <Card title={t('rules')}>
      <DataTable
        testId="quadrants-rules"
        label={t('rules')}
        columns={[
          { key: 'quadrant', label: t('columnQuadrant') },
          { key: 'rule', label: t('rulesLead') },
        ]}
        rows={settings.table.map((row, index) => ({
          key: `${index}`,
          cells: [nameOf(row.quadrant), wordsOf(row)],
        }))}
      />
    </Card>
  );
}
