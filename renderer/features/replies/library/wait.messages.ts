import { defineMessages } from '@/app/i18n/messages';

export const waitMessages = defineMessages('wait', {
  zh: { underOne: '不到 1 分钟', minutes: '{{n}} 分钟', hours: '{{n}} 小时', days: '{{n}} 天' },
  en: { underOne: 'under a minute', minutes: '{{n}} min', hours: '{{n}} h', days: '{{n}} days' },
});
