import { Button, Table, Text } from '@mantine/core';
import type { Erasure } from '@shared/domain/members/erasure.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { bridge } from '@/platform/bridge';
import { privacyMessages } from './privacy.messages';
import { readErasures } from './privacy.queries';

/** The proof that people were erased, without who they were. */
export function PrivacyTab() {
  const t = useMessages(privacyMessages);
  const format = useFormat();
  const erasures = useLive(readErasures, []);
  const reasonOf = ({ reason }: Erasure) => reason ?? t('noReason');

  async function exportText(list: readonly Erasure[]): Promise<void> {
    const lines = list.map((erasure) => {
      const { id, at, orders, keptRisk } = erasure;
      const words = { time: format.dateTime(at), id, reason: reasonOf(erasure) };
      const line = t('exportLine', { ...words, orders: format.count(orders) });
      return keptRisk ? `${line}${t('exportRisk')}` : line;
    });
    const text = [t('exportHead', { n: list.length }), '', ...lines, ''].join('\r\n');
    try {
      // With its mark, or Windows' old editor takes the Chinese for another encoding.
      const bytes = new TextEncoder().encode(`\ufeff${text}`);
      const { saved } = await bridge.saveFile(t('exportName'), bytes);
      if (saved) showDone(t('exported'));
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <div style={{ maxWidth: 960 }}>
      <Text c="dimmed" mb="md" maw={720}>
        {t('tabIntro')}
      </Text>
      {erasures?.length === 0 && <Text c="dimmed">{t('tabEmpty')}</Text>}
      {erasures !== undefined && erasures.length > 0 && (
        <>
          <Button variant="default" mb="md" onClick={() => void exportText(erasures)}>
            {t('exportText')}
          </Button>
          <Table verticalSpacing={6} data-testid="erasure-list">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('colTime')}</Table.Th>
                <Table.Th>{t('colReason')}</Table.Th>
                <Table.Th ta="right">{t('colOrders')}</Table.Th>
                <Table.Th>{t('colId')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {erasures.map((erasure) => (
                <Table.Tr key={erasure.id} data-testid="erasure-row">
                  <Table.Td>{format.dateTime(erasure.at)}</Table.Td>
                  <Table.Td>{reasonOf(erasure)}</Table.Td>
                  <Table.Td ta="right">{format.count(erasure.orders)}</Table.Td>
                  <Table.Td c="dimmed">{erasure.id.slice(0, 13)}…</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </div>
  );
}
