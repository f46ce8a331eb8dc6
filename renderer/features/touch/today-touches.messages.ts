import { defineMessages } from '@/app/i18n/messages';

export const todayTouchesMessages = defineMessages('todayTouches', {
  zh: {
    title: '首单触达',
    open: '去触达',
    none: '今天没有要触达的人',
    count: '今天触达 {{n}} 人次',
  },
  en: {
    title: 'Touches after a first order',
    open: 'Open the list',
    none: 'Nobody to touch today',
    count: '{{n}} touches today',
  },
});
