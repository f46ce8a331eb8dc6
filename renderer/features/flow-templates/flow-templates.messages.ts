import { defineMessages } from '@/app/i18n/messages';

export const flowTemplatesMessages = defineMessages('flowTemplates', {
  zh: {
    title: '流程模板',
  },
  en: {
    title: 'Flow templates',
  },
});
