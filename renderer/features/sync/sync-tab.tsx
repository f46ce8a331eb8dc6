import { Tabs } from '@mantine/core';
import type { SyncPlace } from '@shared/sync/local-port';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { OverwrittenList } from '@/features/overwritten';
import { useSyncStatus } from '@/sync/use-sync-status';
import { AsideTab } from './aside/aside-tab';
import { InvitesTab } from './invites/invites-tab';
import { NotJoined } from './joining/not-joined';
import { Overview } from './place/overview';
import { syncMessages } from './sync.messages';
import classes from './sync.module.css';
import { looksAfterTeam, TeamTab } from './team/team-tab';
import { useDeviceNames } from './use-device-names';
import { usePlace } from './use-place';

/** In the settings: how this laptop and those of the team agree. */
export function SyncTab() {
  const place = usePlace();
  if (place === undefined) return null;
  return place ? <Joined place={place} /> : <NotJoined />;
}

const PARTS = ['place', 'team', 'invites', 'overwritten', 'aside'] as const;

function Joined({ place }: { place: SyncPlace }) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const [location, navigate] = useLocation();
  const status = useSyncStatus();
  const parts = PARTS.filter((part) => part !== 'invites' || looksAfterTeam(place));
  const open = parts.find((part) => location === `/settings/sync/${part}`) ?? 'place';
  const counts = { overwritten: status?.overwritten ?? 0, aside: status?.aside ?? 0 };
  const label = (part: (typeof PARTS)[number]) => {
    const count = part === 'overwritten' || part === 'aside' ? counts[part] : 0;
    return count > 0 ? `${t(`tabs.${part}`)} · ${format.count(count)}` : t(`tabs.${part}`);
  };
  return (
    <Tabs
      variant="pills"
      keepMounted={false}
      value={open}
      data-testid="sync-joined"
      onChange={(part) => navigate(`/settings/sync/${part ?? 'place'}`)}
    >
      {place.role === 'viewer' && (
        <div className={classes.notice} data-tone="calm">
          <p>{t('viewerBanner', { name: place.workspaceName })}</p>
        </div>
      )}
      <Tabs.List mb="md" aria-label={t('tabs.label')}>
        {parts.map((part) => (
          <Tabs.Tab key={part} value={part} data-testid={`sync-tab-${part}`}>
            {label(part)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="place">
        <Overview place={place} />
      </Tabs.Panel>
      <Tabs.Panel value="team">
        <TeamTab place={place} />
      </Tabs.Panel>
      {looksAfterTeam(place) && (
        <Tabs.Panel value="invites">
          <InvitesTab place={place} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="overwritten">
        <Overwritten />
      </Tabs.Panel>
      <Tabs.Panel value="aside">
        <AsideTab />
      </Tabs.Panel>
    </Tabs>
  );
}

function Overwritten() {
  return <OverwrittenList nameOf={useDeviceNames()} />;
}
