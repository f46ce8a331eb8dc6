import { Button, Group, Table } from '@mantine/core';
import type { Grant, SeatLine } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { ALL, INTAKE } from '@shared/sync/scopes';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Chip } from '@/ui/chip';
import { syncMessages } from '../sync.messages';
import { teamMessages } from './team.messages';

type SeatTableProps = {
  seats: readonly SeatLine[];
  place: SyncPlace;
  onChange: (seat: SeatLine) => void;
  onRevoke: (seat: SeatLine) => void;
};

/** Every laptop that was ever let in; those whose access was taken away come last. */
export function SeatTable({ seats, place, onChange, onRevoke }: SeatTableProps) {
  const t = useMessages(teamMessages);
  const sorted = [...seats].sort(
    (a, b) =>
      Number(a.revokedAt !== undefined) - Number(b.revokedAt !== undefined) ||
      a.joinedAt - b.joinedAt,
  );
  return (
    <Table verticalSpacing={6} maw={1040} data-testid="seat-list">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('laptop')}</Table.Th>
          <Table.Th>{t('person')}</Table.Th>
          <Table.Th>{t('role')}</Table.Th>
          <Table.Th>{t('groups')}</Table.Th>
          <Table.Th>{t('seen')}</Table.Th>
          <Table.Th>{t('behind')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((seat) => (
          <SeatRow
            key={seat.id}
            seat={seat}
            place={place}
            onChange={() => onChange(seat)}
            onRevoke={() => onRevoke(seat)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type SeatRowProps = {
  seat: SeatLine;
  place: SyncPlace;
  onChange: () => void;
  onRevoke: () => void;
};

function SeatRow({ seat, place, onChange, onRevoke }: SeatRowProps) {
  const t = useMessages(teamMessages);
  const words = useMessages(syncMessages);
  const format = useFormat();
  const isOwn = seat.id === place.seatId;
  const isRevoked = seat.revokedAt !== undefined;
  // The hub knows from where a laptop asked last, not what it was answered then.
  const behind = isOwn ? 0 : Math.max(0, place.cursor - (seat.cursor ?? 0));
  return (
    <Table.Tr data-testid="seat-row" data-revoked={isRevoked} c={isRevoked ? 'dimmed' : undefined}>
      <Table.Td>
        {seat.name} {isOwn && <Chip>{t('own')}</Chip>}
      </Table.Td>
      <Table.Td>{seat.person}</Table.Td>
      <Table.Td>{words(`role.${seat.role}`)}</Table.Td>
      <Table.Td>
        <GroupsOf grants={seat.grants} />
      </Table.Td>
      <Table.Td>
        {seat.revokedAt === undefined
          ? seat.seenAt === undefined
            ? t('never')
            : format.relativeTime(seat.seenAt)
          : t('revokedAt', { time: format.relativeTime(seat.revokedAt) })}
      </Table.Td>
      <Table.Td>
        {!isRevoked &&
          (behind === 0
            ? t('behindNone')
            : t('behindSome', { count: behind, n: format.count(behind) }))}
      </Table.Td>
      <Table.Td>
        {!isRevoked && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button size="compact-sm" variant="subtle" data-testid="seat-change" onClick={onChange}>
              {t('change')}
            </Button>
            {!isOwn && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                data-testid="seat-revoke"
                onClick={onRevoke}
              >
                {t('revoke')}
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

const NAMED = 2;

function GroupsOf({ grants }: { grants: readonly Grant[] }) {
  const t = useMessages(teamMessages);
  const format = useFormat();
  const groups = useLive(() => readDb.rows('groups').all(), []);
  if (grants.some(({ scope }) => scope === ALL)) return <>{t('allGroups')}</>;
  const ids = grants.map(({ scope }) => scope).filter((scope) => scope !== INTAKE);
  const names = ids.map((id) => groups?.find((group) => group.id === id)?.name);
  const said =
    ids.length <= NAMED && names.every((name) => name !== undefined)
      ? names.join(t('listGap'))
      : t('someGroups', { count: ids.length, n: format.count(ids.length) });
  const intake = grants.some(({ scope }) => scope === INTAKE) ? t('intake') : undefined;
  const parts = [ids.length === 0 ? undefined : said, intake].filter(Boolean);
  return <>{parts.length === 0 ? t('noGroups') : parts.join(' · ')}</>;
}
