import { defineMessages } from '@/app/i18n/messages';

export const positioningMessages = defineMessages('positioning', {
  zh: {
    title: '定位',
  },
  en: {
    title: 'Positioning',
  },
});
