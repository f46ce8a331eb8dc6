import { defineMessages } from '@/app/i18n/messages';

export const feelingsMessages = defineMessages('feelings', {
  zh: { title: '情绪' },
  en: { title: 'Feelings' },
});
