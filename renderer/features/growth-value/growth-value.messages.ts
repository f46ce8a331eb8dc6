import { defineMessages } from '@/app/i18n/messages';

export const growthValueMessages = defineMessages('growthValue', {
  zh: { title: '成长值' },
  en: { title: 'Growth value' },
});
