import { Group, Text } from '@mantine/core';
import { EXPORT_LISTS } from '@shared/domain/export/export-lists';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { exportMessages } from './export.messages';
import { countAll } from './export.queries';
import { ExportButton } from './export-button';

const NOTHING: ReadonlyMap<string, number> = new Map();

/** Every list that has something in it, ready to leave the console. Stands on the import's page. */
export function ExportCard() {
  const t = useMessages(exportMessages);
  const format = useFormat();
  const counts = useLive(() => countAll(EXPORT_LISTS), []);
  const lists = EXPORT_LISTS.filter((list) => ((counts ?? NOTHING).get(list) ?? 0) > 0);
  return (
    <Card title={t('cardTitle')}>
      <Text size="sm" c="dimmed" mb={8}>
        {counts && lists.length === 0 ? t('cardEmpty') : t('cardText')}
      </Text>
      <Group gap={8}>
        {lists.map((list) => (
          <ExportButton
            key={list}
            list={list}
            label={`${t(`list.${list}`)} ${format.count(counts?.get(list) ?? 0)}`}
            isCompact
          />
        ))}
      </Group>
    </Card>
  );
}
