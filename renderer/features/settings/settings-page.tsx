import { Tabs } from '@mantine/core';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { PrivacyTab } from '@/features/privacy';
import { deferred } from '@/ui/deferred';
import { Page } from '@/ui/page';
import { AboutTab } from './about-tab';
import { BackupsTab } from './backups-tab';
import { GeneralTab } from './general-tab';
import { settingsMessages } from './settings.messages';

const TABS = ['general', 'sync', 'handOff', 'backups', 'privacy', 'about'] as const;

/** Most who come here come for something else. */
const { Part: SyncTab } = deferred(async () => (await import('@/features/sync')).SyncTab);
const { Part: HandOffTab } = deferred(async () => (await import('@/features/hand-off')).HandOffTab);

/** Choices for this laptop, backups, and what this program is. */
export function SettingsPage() {
  const t = useMessages(settingsMessages);
  const [location, navigate] = useLocation();
  const workspace = useLive(
    async () => (await readDb.rows('workspace').get('workspace')) ?? null,
    [],
  );
  const tab = TABS.find((name) => location.split('/')[2] === name) ?? 'general';
  return (
    <Page
      testId="page-settings"
      title={t('title')}
      subtitle={t('subtitle')}
      ready={workspace !== undefined}
    >
      <Tabs value={tab} onChange={(name) => navigate(`/settings/${name ?? 'general'}`)}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="general">{t('tabGeneral')}</Tabs.Tab>
          <Tabs.Tab value="sync" data-testid="settings-sync">
            {t('tabSync')}
          </Tabs.Tab>
          <Tabs.Tab value="handOff" data-testid="settings-hand-off">
            {t('tabHandOff')}
          </Tabs.Tab>
          <Tabs.Tab value="backups" data-testid="settings-backups">
            {t('tabBackups')}
          </Tabs.Tab>
          <Tabs.Tab value="privacy" data-testid="settings-privacy">
            {t('tabPrivacy')}
          </Tabs.Tab>
          <Tabs.Tab value="about">{t('tabAbout')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general">
          {workspace !== undefined && <GeneralTab workspaceName={workspace?.name ?? ''} />}
        </Tabs.Panel>
        <Tabs.Panel value="sync">{tab === 'sync' && <SyncTab />}</Tabs.Panel>
        <Tabs.Panel value="handOff">{tab === 'handOff' && <HandOffTab />}</Tabs.Panel>
        <Tabs.Panel value="backups">
          <BackupsTab />
        </Tabs.Panel>
        <Tabs.Panel value="privacy">
          <PrivacyTab />
        </Tabs.Panel>
        <Tabs.Panel value="about">
          <AboutTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
