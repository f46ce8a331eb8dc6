import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { LANGUAGES, TEXT_SIZES, THEMES } from '@shared/contracts/ipc';
import { changeLanguage, currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { changeSettings, useSettings } from '@/app/settings';
import { SettingRow } from './setting-row';
import { settingsMessages } from './settings.messages';
import { WorkspaceName } from './workspace-name';

/** A language is called by its own name in every language. */
const LANGUAGE_NAMES = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' } as const;

export function GeneralTab({ workspaceName }: { workspaceName: string }) {
  const t = useMessages(settingsMessages);
  const {
    theme = 'system',
    textSize = 'normal',
    privacyMask = false,
    operatorName = '',
  } = useSettings();
  return (
    <div>
      <SettingRow label={t('workspaceName')} hint={t('workspaceNameHint')}>
        <WorkspaceName name={workspaceName} />
      </SettingRow>
      <SettingRow label={t('operatorName')} hint={t('operatorNameHint')}>
        <TextInput
          aria-label={t('operatorName')}
          data-testid="operator-name"
          placeholder={t('operatorPlaceholder')}
          maxLength={60}
          w={280}
          value={operatorName}
          onChange={(event) => changeSettings({ operatorName: event.currentTarget.value })}
        />
      </SettingRow>
      <SettingRow label={t('language')} hint={t('languageHint')}>
        <SegmentedControl
          aria-label={t('language')}
          data-testid="settings-language"
          value={currentLanguage()}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(language) => {
            changeSettings({ language });
            void changeLanguage(language);
          }}
        />
      </SettingRow>
      <SettingRow label={t('theme')} hint={t('themeHint')}>
        <SegmentedControl
          aria-label={t('theme')}
          data-testid="settings-theme"
          value={theme}
          data={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(value) => changeSettings({ theme: value })}
        />
      </SettingRow>
      <SettingRow label={t('textSize')} hint={t('textSizeHint')}>
        <SegmentedControl
          aria-label={t('textSize')}
          data-testid="settings-text-size"
          value={textSize}
          data={TEXT_SIZES.map((value) => ({ value, label: t(`textSize.${value}`) }))}
          onChange={(value) => changeSettings({ textSize: value })}
        />
      </SettingRow>
      <SettingRow label={t('privacy')} hint={t('privacyHint')}>
        <Switch
          checked={privacyMask}
          label={t('privacyOn')}
          onChange={(event) => changeSettings({ privacyMask: event.currentTarget.checked })}
        />
      </SettingRow>
    </div>
  );
}
