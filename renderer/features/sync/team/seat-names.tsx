import { Table, Text } from '@mantine/core';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { useAsked } from '../use-asked';
import { teamMessages } from './team.messages';

/** For those who do not look after the team: who is in it. */
export function SeatNames() {
  const t = useMessages(teamMessages);
  const { answer: names, error } = useAsked('names', () => syncFace().names());
  return (
    <div data-testid="sync-team">
      <Text c="dimmed" mb="sm">
        {t('notAllowed')}
      </Text>
      {error !== undefined && <p className={classes.problem}>{problemText(error)}</p>}
      {names !== undefined && (
        <Table verticalSpacing={6} maw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('laptop')}</Table.Th>
              <Table.Th>{t('person')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {names.map(({ id, name, person }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{person}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
