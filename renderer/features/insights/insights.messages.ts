import { defineMessages } from '@/app/i18n/messages';

export const insightsMessages = defineMessages('insights', {
  zh: { title: '画像与分层' },
  en: { title: 'Insights' },
});
