import { defineMessages } from '../i18n/messages';

/** Names of the crosses that Mantine draws itself. */
export const themeMessages = defineMessages('theme', {
  zh: { close: '关闭', clear: '清空' },
  en: { close: 'Close', clear: 'Clear' },
});
