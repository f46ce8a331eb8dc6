import { defineMessages } from '@/app/i18n/messages';

export const segmentsMessages = defineMessages('segments', {
  zh: { title: '人群' },
  en: { title: 'Segments' },
});
