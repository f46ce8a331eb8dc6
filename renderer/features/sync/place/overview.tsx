import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { useSyncStatus } from '@/sync/use-sync-status';
import { Card } from '@/ui/card';
import { ProgressLine } from '../round-progress';
import { syncMessages } from '../sync.messages';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { syncNow } from '../sync-now';
import { useAsked } from '../use-asked';
import { useStateWords } from '../use-state-words';
import { HostingCard } from './hosting-card';
import { LeaveDialog } from './leave-dialog';
import { placeMessages } from './place.messages';

/** Where this laptop belongs, what its user may do there, and how it stands. */
export function Overview({ place }: { place: SyncPlace }) {
  const t = useMessages(syncMessages);
  const tp = useMessages(placeMessages);
  const { answer: link } = useAsked('link', () => bridge.readHubLink());
  const [isLeaving, leaving] = useDisclosure(false);
  const sight = t(seesAll(place.grants) ? 'sightAll' : 'sightSome');
  return (
    <div className={classes.column}>
      <Card
        title={place.workspaceName}
        actions={
          <Button
            size="compact-sm"
            variant="default"
            data-testid="sync-leave"
            onClick={leaving.open}
          >
            {t('leave')}
          </Button>
        }
      >
        <dl className={classes.facts} data-testid="sync-place">
          <dt>{t('role')}</dt>
          <dd>
            {t(`role.${place.role}`)} · {sight}
            <small>{t(`may.${place.role}`)}</small>
          </dd>
          <dt>{t('hub')}</dt>
          <dd>
            <span className={classes.mono}>{place.hubUrl}</span>
            {link?.protection === 'file' && <small>{tp('tokenInFile')}</small>}
          </dd>
          <StateFacts />
        </dl>
      </Card>
      <HostingCard workspaceId={place.workspaceId} />
      {isLeaving && <LeaveDialog place={place} onClose={leaving.close} />}
    </div>
  );
}

function StateFacts() {
  const t = useMessages(syncMessages);
  const status = useSyncStatus();
  if (!status) return null;
  return <KnownState status={status} label={{ state: t('state'), unsent: t('unsent') }} />;
}

type KnownStateProps = {
  status: Parameters<typeof useStateWords>[0];
  label: { state: string; unsent: string };
};

function KnownState({ status, label }: KnownStateProps) {
  const t = useMessages(syncMessages);
  const words = useStateWords(status);

  return (
    <>
      <dt>{label.state}</dt>
      <dd>
        {words.sentence}
        <small>{[words.agreed, words.retry].filter(Boolean).join(' · ')}</small>
        {status.progress && <ProgressLine progress={status.progress} />}
      </dd>
      <dt>{label.unsent}</dt>
      <dd>
        {words.pending}
        <Group mt={8} gap="xs">
          <Button size="compact-sm" variant="light" onClick={syncNow}>
            {t('now')}
          </Button>
          {status.progress && (
            <Button size="compact-sm" variant="subtle" onClick={() => void syncFace().stop()}>
              {t('stop')}
            </Button>
          )}
        </Group>
      </dd>
    </>
  );
}
