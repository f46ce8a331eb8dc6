import { defineMessages } from '@/app/i18n/messages';

export const touchMessages = defineMessages('touch', {
  zh: {
    title: '触达',
  },
  en: {
    title: 'Touches',
  },
});
