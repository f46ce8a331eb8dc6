import { defineMessages } from '@/app/i18n/messages';

export const reviewsMessages = defineMessages('reviews', {
  zh: {
    title: '复盘',
  },
  en: {
    title: 'Reviews',
  },
});
