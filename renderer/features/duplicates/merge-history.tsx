import { Button, Table, Text } from '@mantine/core';
import { MERGE_FIELDS } from '@shared/domain/members/merge.rules';
import type { MemberMerge } from '@shared/domain/members/merge.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { partMembers } from './duplicates.commands';
import { duplicatesMessages } from './duplicates.messages';
import { readMerges } from './duplicates.queries';

/** Every merge there was; each can be parted again, however long ago. */
export function MergeHistory() {
  const t = useMessages(duplicatesMessages);
  const merges = useLive(readMerges, []);
  if (merges?.length === 0) return <Text c="dimmed">{t('historyEmpty')}</Text>;
  return (
    <Table verticalSpacing={6} maw={960} data-testid="merge-history">
      <Table.Tbody>
        {merges?.map((merge) => (
          <MergeRow key={merge.id} merge={merge} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function MergeRow({ merge }: { merge: MemberMerge }) {
  const t = useMessages(duplicatesMessages);
  const format = useFormat();
  const { kept, gone, moved, rows, at, undoneAt } = merge;
  const sets = rows.filter((row) => row.entity !== 'distinctPairs' && row.before && !row.after);

  async function part(): Promise<void> {
    try {
      const { name } = gone;
      const { stayed, records } = await execute(partMembers, { mergeId: merge.id, who: name });
      const fields = MERGE_FIELDS.filter((field) => stayed.includes(field)).map((field) =>
        t(field),
      );
      if (records > 0) fields.push(t('partedRecords', { n: format.count(records) }));
      const text =
        fields.length === 0
          ? t('parted', { name })
          : t('partedStayed', { name, fields: fields.join(', ') });
      showDone(text, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <Table.Tr data-testid="merge-row">
      <Table.Td>{format.dateTime(at)}</Table.Td>
      <Table.Td>{t('historyLine', { gone: gone.name, kept: kept.name })}</Table.Td>
      <Table.Td c="dimmed">
        {t('historyMoved', {
          orders: format.count(moved.orders.length),
          rows: format.count(sets.length),
        })}
      </Table.Td>
      <Table.Td ta="right">
        {undoneAt === undefined ? (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="merge-part"
            onClick={() => void part()}
          >
            {t('partAgain')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('partedAt', { time: format.relativeTime(undoneAt) })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
