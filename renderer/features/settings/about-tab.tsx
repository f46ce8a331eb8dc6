import { Alert, Kbd } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useFreeBytes } from '@/platform/free-space';
import { launch } from '@/platform/launch';
import { SettingRow } from './setting-row';
import { settingsMessages } from './settings.messages';

const LICENCE = 'MIT';
const CONTROL = launch.platform === 'darwin' ? '⌘' : 'Ctrl';

/** What this program is, where its data lie, and its keys. */
export function AboutTab() {
  const t = useMessages(settingsMessages);
  const format = useFormat();
  const freeBytes = useFreeBytes();
  return (
    <div>
      <SettingRow label={t('aboutVersion')}>{launch.appVersion}</SettingRow>
      <SettingRow label={t('aboutRuntime')}>
        {launch.runtime}
        {launch.isFallbackRuntime && (
          <Alert mt="xs" color="yellow" icon={<IconInfoCircle size={18} />}>
            {t('aboutFallback')}
          </Alert>
        )}
      </SettingRow>
      <SettingRow label={t('aboutData')} hint={t('aboutDataHint')}>
        {launch.dataFolder}
      </SettingRow>
      <SettingRow label={t('aboutFree')}>
        {freeBytes === undefined ? '' : format.bytes(freeBytes)}
      </SettingRow>
      <SettingRow label={t('aboutLicence')}>{LICENCE}</SettingRow>
      <SettingRow label={t('aboutKeys')}>
        <Key keys={[CONTROL, 'K']} label={t('keySearch')} />
        <Key keys={[CONTROL, 'J']} label={t('keyReplies')} />
        <Key keys={[CONTROL, 'Z']} label={t('keyUndo')} />
        <Key keys={[CONTROL, 'Shift', 'Z']} label={t('keyRedo')} />
        <Key keys={['Esc']} label={t('keyEscape')} />
      </SettingRow>
    </div>
  );
}

function Key({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <div style={{ display: 'flex', gap: 6, padding: '3px 0', alignItems: 'center' }}>
      {keys.map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
      <span style={{ marginLeft: 6 }}>{label}</span>
    </div>
  );
}
