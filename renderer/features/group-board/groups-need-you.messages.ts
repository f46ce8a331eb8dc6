import { defineMessages } from '@/app/i18n/messages';

export const needMessages = defineMessages('groups-need-you', {
  zh: {
    title_one: '{{count}} 个群需要你',
    title_other: '{{count}} 个群需要你',
    asleep: '沉睡 {{n}}',
    due: '到期 {{n}}',
    phase: '待定阶段 {{n}}',
    open: '看看社群',
  },
  en: {
    title_one: '{{count}} group needs you',
    title_other: '{{count}} groups need you',
    asleep: 'asleep {{n}}',
    due: 'due {{n}}',
    phase: 'phase to decide {{n}}',
    open: 'See the groups',
  },
});
