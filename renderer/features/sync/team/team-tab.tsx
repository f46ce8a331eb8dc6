import { Button, Text } from '@mantine/core';
import type { SeatLine } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { useAsked } from '../use-asked';
import { RevokeDialog } from './revoke-dialog';
import { SeatDialog } from './seat-dialog';
import { SeatNames } from './seat-names';
import { SeatTable } from './seat-table';
import { teamMessages } from './team.messages';

/** Who may look after the team: its owner, and a leader who sees all of it. */
export const looksAfterTeam = ({ role, grants }: SyncPlace): boolean =>
  role === 'owner' || (role === 'leader' && seesAll(grants));

export function TeamTab({ place }: { place: SyncPlace }) {
  return looksAfterTeam(place) ? <Seats place={place} /> : <SeatNames />;
}

function Seats({ place }: { place: SyncPlace }) {
  const t = useMessages(teamMessages);
  const format = useFormat();
  const { answer: seats, error, ask } = useAsked('seats', () => syncFace().seats());
  const [changed, setChanged] = useState<SeatLine>();
  const [revoked, setRevoked] = useState<SeatLine>();
  const active = seats?.filter(({ revokedAt }) => revokedAt === undefined) ?? [];
  return (
    <div data-testid="sync-team">
      {error !== undefined && (
        <div className={classes.notice} role="alert">
          <p>{problemText(error)}</p>
          <Button size="compact-sm" variant="default" mt={8} onClick={ask}>
            {t('again')}
          </Button>
        </div>
      )}
      {seats !== undefined && (
        <>
          <Text c="dimmed" mb="sm">
            {t('intro', { count: active.length, n: format.count(active.length) })}
          </Text>
          <SeatTable seats={seats} place={place} onChange={setChanged} onRevoke={setRevoked} />
        </>
      )}
      {changed && (
        <SeatDialog
          seat={changed}
          ownRole={place.role}
          onClose={() => setChanged(undefined)}
          onSaved={ask}
        />
      )}
      {revoked && (
        <RevokeDialog seat={revoked} onClose={() => setRevoked(undefined)} onRevoked={ask} />
      )}
    </div>
  );
}
