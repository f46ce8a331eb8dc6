import { Table } from '@mantine/core';
import { fingerprintOf } from '@shared/sync/pack/pack-file';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PacksPlace } from '@/db/packs/packs-place';
import { Card } from '@/ui/card';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';

/** Whose packs were taken in, and by which key they are known. */
export function LaptopsCard({ packs }: { packs: PacksPlace }) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  return (
    <Card title={t('laptopsTitle')}>
      {packs.laptops.length === 0 ? (
        <p className={classes.quiet}>{t('noLaptops')}</p>
      ) : (
        <Table verticalSpacing={6} data-testid="hand-off-laptops">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('laptop')}</Table.Th>
              <Table.Th>{t('heardAt')}</Table.Th>
              <Table.Th>{t('fingerprint')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {packs.laptops.map(({ id, name, heardAt, publicKey }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{format.relativeTime(heardAt)}</Table.Td>
                <Table.Td className={classes.key}>{fingerprintOf(publicKey)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
